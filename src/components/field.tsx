import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { classNames } from './class-names';
import './field.scss';

export type FieldProps = {
  label?: string | undefined;
  fault?: string | undefined;
  required?: boolean | undefined;
  /** Said under the field while nothing is wrong, e.g. how many characters are left. */
  note?: string | undefined;
  children: ReactNode;
};

/** A question of a form: what is asked, room for the answer, and what is wrong with it. */
export function Field({ label, fault, required, note, children }: FieldProps) {
  return (
    <View className={classNames('hy-field', fault && 'hy-field--faulty')}>
      {label ? (
        <View className="hy-field__label">
          <Text>{label}</Text>
          {required ? <Text className="hy-field__required">必填</Text> : null}
        </View>
      ) : null}
      {children}
      {fault ? (
        <Text className="hy-field__fault" {...aria({ role: 'alert' })}>
          {fault}
        </Text>
      ) : null}
      {note && !fault ? <Text className="hy-field__note">{note}</Text> : null}
    </View>
  );
}
