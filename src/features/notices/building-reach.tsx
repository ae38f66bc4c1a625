import { useState } from 'react';
import type { OutputOf } from '@domain/kernel/action';
import type { getReachOfBuilding } from '@domain/notices/notice.actions';
import type { HouseholdReach, NoticeView } from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { TextField } from '@/components/text-field';
import { HouseholdRow } from './household-row';
import { countIn, filtered, REACH_FILTERS, REACH_WORDS, type ReachFilter } from './reach';
import { RecordSheet } from './record-sheet';

/** So many doors are drawn at first; a tall building has hundreds and an old phone should not wait for them. */
const STEP = 30;

type BuildingReachProps = { notice: NoticeView; reach: OutputOf<typeof getReachOfBuilding> };

/** The doors of one building, those who need help first. A tap on one records what was said there. */
export function BuildingReach({ notice, reach: { households } }: BuildingReachProps) {
  const [filter, setFilter] = useState<ReachFilter>('all');
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(STEP);
  const [recording, setRecording] = useState<HouseholdReach | null>(null);
  const found = filtered(households, filter, typed);
  const tabs = REACH_FILTERS.map((value) => ({
    value,
    text: `${value === 'all' ? '全部' : REACH_WORDS[value]} ${countIn(households, value)}`,
  }));
  const canRecord = notice.status === 'published';
  return (
    <Stack>
      <Tabs options={tabs} value={filter} onPick={setFilter} />
      <TextField
        label="找一户"
        value={typed}
        onInput={setTyped}
        placeholder="输入单元或房号，比如 1502"
        maxLength={20}
      />
      {found.length === 0 ? (
        <Empty icon="search" title="没有这样的住户" hint="换一个房号或换一类看看" />
      ) : null}
      <Stack gap="sm">
        {found.slice(0, shown).map((household) => (
          <HouseholdRow
            key={household.householdId}
            household={household}
            onTap={canRecord ? () => setRecording(household) : undefined}
          />
        ))}
      </Stack>
      {found.length > shown ? (
        <Button tone="secondary" block onTap={() => setShown(shown + STEP)}>
          {`再看 ${Math.min(STEP, found.length - shown)} 户（还有 ${found.length - shown} 户）`}
        </Button>
      ) : null}
      {recording ? (
        <RecordSheet
          key={recording.householdId}
          notice={notice}
          household={recording}
          onClose={() => setRecording(null)}
        />
      ) : null}
    </Stack>
  );
}
