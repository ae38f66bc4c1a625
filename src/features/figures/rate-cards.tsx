import { Text, View } from '@tarojs/components';
import { Tap } from '@/components/tap';
import { countWords, isFew, percentWords, RATES, type Numbers, type Rate } from './rates';
import './rate-cards.scss';

type Props = { numbers: Numbers; onOpen: (rate: Rate) => void };

/** 三率 of the days, each with the counts it is made of; a tap opens them. */
export const RateCards = ({ numbers, onOpen }: Props) => (
  <View>
    <View className="hy-rates">
      {RATES.map((rate) => (
        <Tap
          key={rate.id}
          className="hy-rates__rate"
          label={`${rate.name}，${percentWords(numbers, rate)}，${countWords(numbers, rate)}`}
          onTap={() => onOpen(rate)}
        >
          <Text className="hy-rates__name">{rate.name}</Text>
          <Text className="hy-rates__percent">{percentWords(numbers, rate)}</Text>
          <Text className="hy-rates__counts">{countWords(numbers, rate)}</Text>
          {isFew(numbers, rate) ? <Text className="hy-rates__counts">数少，仅供参考</Text> : null}
        </Tap>
      ))}
    </View>
  </View>
);
