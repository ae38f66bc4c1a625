import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { longestOf, type Bar } from './bars';
import { Tap } from './tap';
import './bar-rows.scss';

type Props = { bars: readonly Bar[]; onOpen: (bar: Bar) => void };

/** Counts as words with a bar to scale beside them: needs no chart library, and grows with the letters. */
export function BarRows({ bars, onOpen }: Props) {
  const longest = longestOf(bars);
  const share = (count: number) => `${(count / longest) * 100}%`;
  return (
    <View className="hy-bar-rows">
      {bars.map((bar) => (
        <Tap key={bar.id} className="hy-bar-rows__row" label={bar.label} onTap={() => onOpen(bar)}>
          <Text className="hy-bar-rows__name">{bar.name}</Text>
          <View className="hy-bar-rows__track" {...aria({ isHidden: true })}>
            {bar.total === undefined ? null : (
              <View className="hy-bar-rows__whole" style={{ width: share(bar.total) }} />
            )}
            <View
              className={`hy-bar-rows__bar hy-bar-rows__bar--${bar.tone}`}
              style={{ width: share(bar.count) }}
            />
          </View>
          <Text className="hy-bar-rows__words">{bar.words}</Text>
        </Tap>
      ))}
    </View>
  );
}
