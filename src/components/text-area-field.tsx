import { Textarea } from '@tarojs/components';
import { fieldAria } from './aria';
import { Field } from './field';

type TextAreaFieldProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  fault?: string | undefined;
  minRows?: 2 | 3 | 4 | undefined;
  required?: boolean | undefined;
};

/** Several lines of words. It grows with them and counts them. */
export function TextAreaField({
  label,
  value,
  onInput,
  placeholder = '',
  maxLength,
  ...rest
}: TextAreaFieldProps) {
  const { fault, minRows = 3, required } = rest;
  return (
    <Field
      label={label}
      fault={fault}
      required={required}
      note={maxLength ? `${value.length}/${maxLength}` : undefined}
    >
      <Textarea
        className={`hy-field__area hy-field__area--${minRows}`}
        placeholderClass="hy-field__placeholder"
        value={value}
        maxlength={maxLength ?? -1}
        placeholder={placeholder}
        autoHeight
        showConfirmBar={false}
        cursorSpacing={48}
        onInput={({ detail }) => onInput(detail.value)}
        {...fieldAria(label, fault)}
      />
    </Field>
  );
}
