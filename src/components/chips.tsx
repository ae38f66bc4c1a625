import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Tap } from './tap';
import './chips.scss';

export type Option<V extends string = string> = { readonly value: V; readonly text: string };

type ChipsProps<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  isChosen: (value: V) => boolean;
  onTap: (value: V) => void;
  isMany: boolean;
};

/** All answers side by side; a chosen one has a tick besides its colour. */
export function Chips<V extends string>({ label, options, isChosen, onTap, isMany }: ChipsProps<V>) {
  return (
    <View className="hy-chips" {...aria({ role: isMany ? 'group' : 'radiogroup', label })}>
      {options.map(({ value, text }) => {
        const isOn = isChosen(value);
        return (
          <Tap
            key={value}
            className={classNames('hy-chips__chip', isOn && 'hy-chips__chip--on')}
            role={isMany ? 'checkbox' : 'radio'}
            label={text}
            isChecked={isOn}
            onTap={() => onTap(value)}
          >
            {isOn ? <Icon name="check" size="sm" /> : null}
            <Text>{text}</Text>
          </Tap>
        );
      })}
    </View>
  );
}
