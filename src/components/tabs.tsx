import { ScrollView, Text, View } from '@tarojs/components';
import { aria } from './aria';
import { Badge } from './badge';
import type { Option } from './chips';
import { classNames } from './class-names';
import { Tap } from './tap';
import './tabs.scss';

type TabsProps<V extends string> = {
  options: readonly (Option<V> & { readonly count?: number })[];
  value: V;
  onPick: (value: V) => void;
};

/** Views of one list; they slide sideways where there are more than fit. */
export function Tabs<V extends string>({ options, value, onPick }: TabsProps<V>) {
  return (
    <ScrollView className="hy-tabs" scrollX enhanced showScrollbar={false}>
      <View className="hy-tabs__row" {...aria({ role: 'tablist' })}>
        {options.map((option) => {
          const isOn = option.value === value;
          return (
            <Tap
              key={option.value}
              className={classNames('hy-tabs__tab', isOn && 'hy-tabs__tab--on')}
              role="tab"
              label={option.text}
              isSelected={isOn}
              onTap={() => onPick(option.value)}
            >
              <Text>{option.text}</Text>
              {option.count ? <Badge count={option.count} label={`${option.count}件`} /> : null}
            </Tap>
          );
        })}
      </View>
    </ScrollView>
  );
}
