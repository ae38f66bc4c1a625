import { Text } from '@tarojs/components';
import { lazy, Suspense, useState } from 'react';
import { getFigures } from '@domain/desk/figures.actions';
import type { FigureGroup, FiguresView, Grouping } from '@domain/desk/figures.schema';
import { dateOn, DAY } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { OnWide } from '@/components/on-wide';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { DaysChoice } from '@/features/figures/days-choice';
import { GroupRows } from '@/features/figures/group-rows';
import { monthOf, sheetTitle } from '@/features/figures/month';
import { RateCards } from '@/features/figures/rate-cards';
import { rateOf, RATES, type Rate } from '@/features/figures/rates';
import { WhoLooked } from '@/features/figures/who-looked';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** Fetched when a wide window asks for it; the mini-program has no such code. */
const GroupTable =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/figures/group-table')).GroupTable }))
    : null;

/** WeChat cannot hand a workbook over; a browser can. */
const MonthSaving =
  PLATFORM === 'h5'
    ? lazy(async () => ({ default: (await import('@/features/figures/month-saving')).MonthSaving }))
    : null;

const GROUPS: readonly { value: Grouping; text: string; name: string }[] = [
  { value: 'hour', text: '按时段', name: '时段' },
  { value: 'topic', text: '按主题', name: '主题' },
  { value: 'building', text: '按楼栋', name: '楼栋' },
];
const RATE_TABS = RATES.map(({ id, name }) => ({ value: id, text: name }));

/** 三率统计: answered in time, solved, satisfied, of a month or any days; every number opens what it counts. */
export default function FiguresPage() {
  const today = dateOn(useNow(DAY));
  const [days, setDays] = useState(() => monthOf(today, today));
  const figures = useRead(getFigures, days);
  const content = (
    <Stack gap="lg">
      <DaysChoice days={days} today={today} onChange={setDays} />
      <FailureNote failure={figures.failure} onRetry={() => void figures.refresh()} />
      {figures.isLoading ? <Skeleton rows={5} /> : null}
      {figures.data ? <Figures figures={figures.data} today={today} /> : null}
      <WhoLooked />
    </Stack>
  );
  return (
    <Screen title="三率统计" onRefresh={figures.refresh}>
      <OnWide wide={content}>{content}</OnWide>
    </Screen>
  );
}

function Figures({ figures, today }: { figures: FiguresView; today: string }) {
  const [by, setBy] = useState<Grouping>('hour');
  const [rateId, setRateId] = useState<Rate['id']>('response');
  const { fromOn, untilOn, totals } = figures;
  const rate = rateOf(rateId);
  const groups = { hour: figures.byHour, topic: figures.byTopic, building: figures.byBuilding }[by];
  const grouping = GROUPS.find(({ value }) => value === by) ?? GROUPS[0];
  const open = (of: Rate, group?: FigureGroup) =>
    go('/pages/figures/list/index', {
      fromOn,
      untilOn,
      rate: of.id,
      ...(group ? { by, key: group.key, name: group.name } : {}),
    });
  if (totals.asked === 0)
    return <Empty icon="calendar" title="这些天没有提问" hint="换一个月，或自选日期看看" />;
  const rows = (
    <Stack>
      <Tabs options={RATE_TABS} value={rateId} onPick={setRateId} />
      <Card>
        {groups.some((group) => group[rate.whole] > 0) ? (
          <GroupRows groups={groups} rate={rate} onOpen={(group) => open(rate, group)} />
        ) : (
          <Text>这一项还没有可以算的</Text>
        )}
      </Card>
    </Stack>
  );
  return (
    <>
      <RateCards numbers={totals} onOpen={(of) => open(of)} />
      <Text>
        {`共提问 ${totals.asked} 件${figures.leftOutCount > 0 ? `，另有撤回或并入别的事 ${figures.leftOutCount} 件不计入` : ''}。都按提问那天算，只看事，不排人。`}
      </Text>
      <Section title="分开看" hint="点一行，看是哪些事">
        <Stack>
          <Tabs options={GROUPS} value={by} onPick={setBy} />
          <OnWide
            wide={
              GroupTable && (
                <GroupTable
                  name={grouping?.name ?? ''}
                  title={`${sheetTitle(figures, today)}-${grouping?.text ?? ''}`}
                  groups={groups}
                  onOpen={(group) => open(rate, group)}
                />
              )
            }
          >
            {rows}
          </OnWide>
        </Stack>
      </Section>
      {MonthSaving ? (
        <Suspense fallback={<Skeleton rows={1} />}>
          <MonthSaving figures={figures} title={sheetTitle(figures, today)} />
        </Suspense>
      ) : (
        <Text>要留一份 Excel 月报，请在电脑的浏览器里打开这一页。</Text>
      )}
    </>
  );
}
