import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { Icon } from './icon';
import { columnsOf } from './pennant-columns';
import './pennant.scss';

type PennantProps = {
  /** The thanks. A few short phrases hang as columns; anything longer is written across, all of it. */
  words: string;
  to: string;
  from: string;
  date: string;
};

/** 锦旗: thanks on crimson velvet with a gold fringe, hung from a rod. It is read to a listener as one picture. */
export function Pennant({ words, to, from, date }: PennantProps) {
  const columns = columnsOf(words);
  return (
    <View
      className={`hy-pennant hy-pennant--${columns ? 'columns' : 'letter'}`}
      {...aria({ role: 'img', label: `锦旗。赠${to}：${words}。${from}敬赠，${date}` })}
    >
      <View className="hy-pennant__cord" />
      <View className="hy-pennant__rod">
        <View className="hy-pennant__tassel" />
        <View className="hy-pennant__tassel" />
      </View>
      <View className="hy-pennant__hem">
        <View className="hy-pennant__cloth">
          <View className="hy-pennant__frame">
            <Text className="hy-pennant__to">{`赠 ${to}`}</Text>
            <View className="hy-pennant__words">
              {(columns ?? [words]).map((column, place) => (
                <Text key={place} className="hy-pennant__column">
                  {column}
                </Text>
              ))}
            </View>
            <View className="hy-pennant__from">
              <Text>{`${from} 敬赠`}</Text>
              <Text className="hy-pennant__date">{date}</Text>
            </View>
          </View>
          <View className="hy-pennant__heart">
            <Icon name="heart" size="lg" />
          </View>
        </View>
      </View>
    </View>
  );
}
