import { Text, View } from '@tarojs/components';
import type { DayFigures } from '@domain/desk/faq-help.schema';
import { aria } from '@/components/aria';
import { scaleOf, unansweredOn, wordsOfDay } from './question-figures';
import './question-chart.scss';

type Props = {
  days: readonly DayFigures[];
  baseline: { readonly beforePerDay: number; readonly nowPerDay: number };
  /** `YYYY-MM-DD`: the day that is not over. */
  today: string;
};

/**
 * A bar a day: what the desk answered below and what it has not yet, what neighbours and answers took off it above,
 * against what it was before and what it came down to. Each bar says its figures to a screen reader; the table below
 * says them to everybody.
 */
export function QuestionChart({ days, baseline, today }: Props) {
  const top = scaleOf(days, baseline.beforePerDay);
  const high = (count: number) => `${Math.round((count / top) * 1000) / 10}%`;
  return (
    <View className="hy-question-chart">
      <Legend />
      <View className="hy-question-chart__plot">
        <Line at={high(baseline.beforePerDay)} words={`以前每天 ${baseline.beforePerDay}`} />
        <Line at={high(baseline.nowPerDay)} words={`目标 ${baseline.nowPerDay}`} />
        <View className="hy-question-chart__bars" {...aria({ role: 'group', label: '每天的提问' })}>
          {days.map((day) => (
            <View
              key={day.date}
              className={`hy-question-chart__day ${day.date === today ? 'hy-question-chart__day--today' : ''}`}
              {...aria({ role: 'img', label: wordsOfDay(day) })}
            >
              <View
                className="hy-question-chart__part hy-question-chart__part--faq"
                style={{ height: high(day.deflectedCount) }}
              />
              <View
                className="hy-question-chart__part hy-question-chart__part--neighbour"
                style={{ height: high(day.neighbourCount) }}
              />
              <View
                className="hy-question-chart__part hy-question-chart__part--open"
                style={{ height: high(unansweredOn(day)) }}
              />
              <View
                className="hy-question-chart__part hy-question-chart__part--desk"
                style={{ height: high(day.askedCount - unansweredOn(day)) }}
              />
            </View>
          ))}
        </View>
      </View>
      <View className="hy-question-chart__dates" {...aria({ isHidden: true })}>
        <Text>{days[0]?.date.slice(5) ?? ''}</Text>
        <Text>今天（还没过完）</Text>
      </View>
    </View>
  );
}

const Line = ({ at, words }: { at: string; words: string }) => (
  <View className="hy-question-chart__line" style={{ bottom: at }}>
    <Text className="hy-question-chart__line-words">{words}</Text>
  </View>
);

const Legend = () => (
  <View className="hy-question-chart__legend">
    {(
      [
        ['desk', '值班答复'],
        ['open', '还没答复'],
        ['neighbour', '邻居解答了'],
        ['faq', '看问答解决了'],
      ] as const
    ).map(([name, words]) => (
      <View key={name} className="hy-question-chart__key">
        <View className={`hy-question-chart__swatch hy-question-chart__part--${name}`} />
        <Text>{words}</Text>
      </View>
    ))}
  </View>
);
