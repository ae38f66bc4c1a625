import { Chips, type Option } from './chips';
import { Field } from './field';

type ChoiceProps<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  value: V | null | '';
  onPick: (value: V) => void;
  fault?: string | undefined;
  required?: boolean | undefined;
};

/** One of a few, all in view. */
export function ChoiceField<V extends string>({
  label,
  options,
  value,
  onPick,
  fault,
  required,
}: ChoiceProps<V>) {
  return (
    <Field label={label} fault={fault} required={required}>
      <Chips
        label={label}
        options={options}
        isMany={false}
        isChosen={(option) => option === value}
        onTap={onPick}
      />
    </Field>
  );
}
