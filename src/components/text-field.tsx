import { Input } from '@tarojs/components';
import { fieldAria } from './aria';
import { Field } from './field';

type TextFieldProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  fault?: string | undefined;
  type?: 'text' | 'number' | 'phone';
  required?: boolean | undefined;
  /** Enter, or the key at the corner of a phone's keyboard. */
  onConfirm?: (() => void) | undefined;
};

/** One line of words or digits. */
export function TextField({
  label,
  value,
  onInput,
  placeholder = '',
  maxLength = 140,
  ...rest
}: TextFieldProps) {
  const { fault, type = 'text', required, onConfirm } = rest;
  return (
    <Field label={label} fault={fault} required={required}>
      <Input
        className="hy-field__input"
        placeholderClass="hy-field__placeholder"
        value={value}
        type={type === 'text' || PLATFORM === 'h5' ? 'text' : 'number'}
        maxlength={maxLength}
        placeholder={placeholder}
        cursorSpacing={24}
        onInput={({ detail }) => onInput(detail.value)}
        {...(onConfirm ? { onConfirm } : {})}
        {...fieldAria(label, fault, type === 'text' ? undefined : 'tel')}
      />
    </Field>
  );
}
