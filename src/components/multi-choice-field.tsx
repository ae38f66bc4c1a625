import { Chips, type Option } from './chips';
import { Field } from './field';

type MultiProps<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  value: readonly V[];
  onChange: (value: V[]) => void;
  fault?: string | undefined;
  required?: boolean | undefined;
};

/** Any of a few, all in view. */
export function MultiChoiceField<V extends string>({
  label,
  options,
  value,
  onChange,
  ...rest
}: MultiProps<V>) {
  const toggle = (option: V) =>
    onChange(value.includes(option) ? value.filter((other) => other !== option) : [...value, option]);
  return (
    <Field label={label} fault={rest.fault} required={rest.required}>
      <Chips
        label={label}
        options={options}
        isMany
        isChosen={(option) => value.includes(option)}
        onTap={toggle}
      />
    </Field>
  );
}
