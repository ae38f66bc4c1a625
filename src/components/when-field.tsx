import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { DAY, formatAt, formatWhen, MINUTE, startOfDay } from '@domain/kernel/time';
import { Button } from './button';
import { classNames } from './class-names';
import { Field } from './field';
import { Icon } from './icon';
import { PickList } from './pick-field';
import { Sheet } from './sheet';
import { Tap } from './tap';
import { dayOptions, timeOptions } from './when-options';
import './when-field.scss';

type WhenFieldProps = {
  label: string;
  /** Epoch ms; 0 while nothing is chosen. */
  value: number;
  onPick: (value: number) => void;
  fault?: string | undefined;
  required?: boolean | undefined;
};

/** A day and a time of day in China, each from a list, so that nobody has to type a date. */
export function WhenField({ label, value, onPick, fault, required }: WhenFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const words = value > 0 ? formatWhen(value) : '请选择日期和时间';
  return (
    <Field label={label} fault={fault} required={required}>
      <Tap className="hy-field__pick" onTap={() => setOpen(true)} label={`${label}，${words}`}>
        <Text className={classNames('hy-field__picked', value <= 0 && 'hy-field__placeholder')}>{words}</Text>
        <Icon name="calendar" size="sm" />
      </Tap>
      {isOpen ? (
        <WhenSheet
          label={label}
          value={value}
          onClose={() => setOpen(false)}
          onPick={(next) => {
            setOpen(false);
            onPick(next);
          }}
        />
      ) : null}
    </Field>
  );
}

type WhenSheetProps = { label: string; value: number; onPick: (value: number) => void; onClose: () => void };

function WhenSheet({ label, value, onPick, onClose }: WhenSheetProps) {
  const [now] = useState(() => Date.now());
  const [chosen, setChosen] = useState(() => (value > 0 ? value : startOfDay(now) + DAY + 9 * 60 * MINUTE));
  const day = startOfDay(chosen);
  const days = useMemo(() => dayOptions(now, day), [now, day]);
  const times = useMemo(() => timeOptions(chosen), [chosen]);
  return (
    <Sheet
      isOpen
      title={label}
      onClose={onClose}
      footer={
        <Button block size="large" onTap={() => onPick(chosen)}>
          {`就定 ${formatAt(chosen, 'M月D日 HH:mm')}`}
        </Button>
      }
    >
      <View className="hy-when">
        <View className="hy-when__days">
          <PickList
            name="day"
            options={days}
            value={String(day)}
            onPick={(next) => setChosen(Number(next) + (chosen - day))}
          />
        </View>
        <View className="hy-when__times">
          <PickList
            name="time"
            options={times}
            value={String(chosen - day)}
            onPick={(next) => setChosen(day + Number(next))}
          />
        </View>
      </View>
    </Sheet>
  );
}
