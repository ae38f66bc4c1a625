import { useEffect, useRef, useState } from 'react';
import { Button } from './button';
import { Sheet } from './sheet';
import { TextAreaField } from './text-area-field';

type ReasonSheetProps = {
  isOpen: boolean;
  title: string;
  label: string;
  placeholder: string;
  confirmText: string;
  onConfirm: (text: string) => void;
  onClose: () => void;
  isBusy?: boolean | undefined;
  fault?: string | undefined;
  maxLength?: number | undefined;
};

/** Asks for a sentence before something is done. Closing the sheet keeps what was written; having used it does not. */
export function ReasonSheet({ isOpen, title, label, placeholder, confirmText, ...rest }: ReasonSheetProps) {
  const { onConfirm, onClose, isBusy, fault, maxLength = 100 } = rest;
  const [text, setText] = useState('');
  const [isBlank, setBlank] = useState(false);
  const isGiven = useRef(false);
  useEffect(() => {
    if (!isOpen && isGiven.current) setText('');
    isGiven.current = false;
    setBlank(false);
  }, [isOpen]);
  const confirm = () => {
    if (text.trim() === '') return setBlank(true);
    isGiven.current = true;
    onConfirm(text.trim());
  };
  return (
    <Sheet
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={Boolean(isBusy)} onTap={confirm}>
          {confirmText}
        </Button>
      }
    >
      <TextAreaField
        label={label}
        value={text}
        onInput={setText}
        placeholder={placeholder}
        maxLength={maxLength}
        fault={fault ?? (isBlank ? '还没有填写' : undefined)}
      />
    </Sheet>
  );
}
