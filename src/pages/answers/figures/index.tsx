import { Text } from '@tarojs/components';
import { lazy, useState } from 'react';
import { getQuestionFigures } from '@domain/desk/faq-keeping.actions';
import { dateOn, DAY } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { QuestionChart } from '@/features/faq/question-chart';
import { QuestionDays } from '@/features/faq/question-days';
import { totalsOf } from '@/features/faq/question-figures';
import { useNow } from '@/services/clock';
import { useRead } from '@/services/queries';

const SPANS = [
  { value: '7', text: '近7天', days: 7 },
  { value: '14', text: '近14天', days: 14 },
  { value: '30', text: '近30天', days: 30 },
] as const;

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const DaysTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/faq/days-table')).DaysTable }))
    : null;

/** 问答成效: what answers, neighbours and the desk each took of a day's questions, against 300 before and 100 aimed at. */
export default function FaqFiguresPage() {
  const [span, setSpan] = useState<(typeof SPANS)[number]['value']>('14');
  const days = SPANS.find(({ value }) => value === span)?.days ?? 14;
  const figures = useRead(getQuestionFigures, { days });
  const today = dateOn(useNow(DAY));
  const totals = figures.data && totalsOf(figures.data.days, today);
  return (
    <Screen title="问答成效" onRefresh={figures.refresh}>
      <Stack gap="lg">
        <Tabs options={SPANS} value={span} onPick={setSpan} />
        <FailureNote failure={figures.failure} onRetry={() => void figures.refresh()} />
        {figures.isLoading ? <Skeleton rows={5} /> : null}
        {totals ? (
          <Card tone="done">
            <Text>
              {`平均每天提问${totals.perDay}件，发给值班人员${totals.deskPerDay}件`}
              {totals.withoutDesk === null
                ? '。'
                : `；${Math.round(totals.withoutDesk * 100)}%不用等值班，看问答或邻居就解决了。`}
            </Text>
          </Card>
        ) : null}
        {figures.data ? (
          <>
            <Card>
              <QuestionChart days={figures.data.days} baseline={figures.data.baseline} today={today} />
            </Card>
            <Section title="每天的数" hint="按记录数出来的，同一人同一条一天只算一次">
              <OnWide wide={DaysTable && <DaysTable days={figures.data.days} />}>
                <QuestionDays days={figures.data.days} />
              </OnWide>
            </Section>
          </>
        ) : null}
      </Stack>
    </Screen>
  );
}
