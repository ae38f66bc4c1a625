import { Text, View } from '@tarojs/components';
import type { DayFigures } from '@domain/desk/faq-help.schema';
import { aria } from '@/components/aria';
import { wordsOfDay } from './question-figures';
import './question-days.scss';

const COLUMNS: readonly { readonly head: string; readonly of: (day: DayFigures) => string | number }[] = [
  { head: '日期', of: ({ date }) => date.slice(5) },
  { head: '提问', of: ({ questionCount }) => questionCount },
  { head: '问答', of: ({ deflectedCount }) => deflectedCount },
  { head: '邻居', of: ({ neighbourCount }) => neighbourCount },
  { head: '值班', of: ({ askedCount }) => askedCount },
  { head: '已答', of: ({ staffCount }) => staffCount },
];

/** The figures of the chart as a table, the newest day first. */
export const QuestionDays = ({ days }: { days: readonly DayFigures[] }) => (
  <View className="hy-days">
    <View className="hy-days__row hy-days__row--head" {...aria({ isHidden: true })}>
      {COLUMNS.map(({ head }) => (
        <Text key={head} className="hy-days__cell">
          {head}
        </Text>
      ))}
    </View>
    {[...days].reverse().map((day) => (
      <View key={day.date} className="hy-days__row" {...aria({ role: 'img', label: wordsOfDay(day) })}>
        {COLUMNS.map(({ head, of }) => (
          <Text key={head} className="hy-days__cell">
            {of(day)}
          </Text>
        ))}
      </View>
    ))}
  </View>
);
