import { ScrollView, Text } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { Option } from './chips';
import { classNames } from './class-names';
import { Field } from './field';
import { Icon } from './icon';
import { Sheet } from './sheet';
import { Tap } from './tap';
import './pick-field.scss';

type PickFieldProps<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  value: V | null | '';
  onPick: (value: V) => void;
  placeholder?: string | undefined;
  fault?: string | undefined;
  required?: boolean | undefined;
};

/** One of many: the answers come up on a sheet, in the size this person reads. */
export function PickField<V extends string>({ label, options, value, onPick, ...rest }: PickFieldProps<V>) {
  const { placeholder = '请选择', fault, required } = rest;
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const pick = (option: V) => {
    setOpen(false);
    onPick(option);
  };
  return (
    <Field label={label} fault={fault} required={required}>
      <Tap
        className="hy-field__pick"
        onTap={() => setOpen(true)}
        label={`${label}，${chosen?.text ?? placeholder}`}
      >
        <Text className={classNames('hy-field__picked', !chosen && 'hy-field__placeholder')}>
          {chosen?.text ?? placeholder}
        </Text>
        <Icon name="chevron" size="sm" />
      </Tap>
      <Sheet isOpen={isOpen} title={label} onClose={() => setOpen(false)}>
        <PickList name="pick" options={options} value={value} onPick={pick} />
      </Sheet>
    </Field>
  );
}

type PickListProps<V extends string> = {
  name: string;
  options: readonly Option<V>[];
  value: V | null | '';
  onPick: (value: V) => void;
};

/** A list to choose from that opens where the choice is. `name` keeps the ids of two lists on one sheet apart. */
export function PickList<V extends string>({ name, options, value, onPick }: PickListProps<V>) {
  const idOf = (index: number) => `hy-${name}-${index}`;
  const start = useStart(options.findIndex((option) => option.value === value));
  return (
    <ScrollView className="hy-pick" scrollY {...(start > 0 ? { scrollIntoView: idOf(start) } : {})}>
      {options.map((option, index) => {
        const isOn = option.value === value;
        return (
          <Tap
            key={option.value}
            id={idOf(index)}
            className={classNames('hy-pick__row', isOn && 'hy-pick__row--on')}
            role="radio"
            label={option.text}
            isChecked={isOn}
            onTap={() => onPick(option.value)}
          >
            <Text>{option.text}</Text>
            {isOn ? <Icon name="check" /> : null}
          </Tap>
        );
      })}
    </ScrollView>
  );
}

const ROWS_ABOVE = 2;
/** A list scrolls to a row only once it stands on the screen. */
const STANDS_AFTER_MS = 60;

function useStart(chosen: number): number {
  const first = useRef(chosen - ROWS_ABOVE);
  const [start, setStart] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setStart(first.current), STANDS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return start;
}
