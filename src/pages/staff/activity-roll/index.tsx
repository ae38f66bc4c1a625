import { useState } from 'react';
import { getRoll } from '@domain/activities/activity.actions';
import type { RollView, SeatView } from '@domain/activities/activity.schema';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { findSeats, placesInQueue, splitRoll } from '@/features/activities/roll';
import { RollHead } from '@/features/activities/roll-head';
import { SeatRow } from '@/features/activities/seat-row';
import { go, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';

export default function ActivityRollPage() {
  const { activityId = '' } = useParams<{ activityId: string }>();
  const roll = useRead(getRoll, { activityId });
  return (
    <Screen title="名单和签到" onRefresh={roll.refresh}>
      <Stack gap="lg">
        <FailureNote failure={roll.failure} onRetry={roll.refresh} />
        {roll.isLoading ? <Skeleton rows={6} /> : null}
        {roll.data ? <Roll roll={roll.data} /> : null}
      </Stack>
    </Screen>
  );
}

function Roll({ roll }: { roll: RollView }) {
  const [wanted, setWanted] = useState('');
  const { activityId } = roll.activity;
  const found = findSeats(roll.seats, wanted);
  const { coming, here, waiting } = splitRoll(found);
  const places = placesInQueue(roll.seats);
  return (
    <Stack gap="lg">
      <RollHead roll={roll} onEdit={() => go('/pages/staff/activity-edit/index', { activityId })} />
      {roll.seats.length > 0 ? (
        <TextField
          label="找人"
          placeholder="姓名、签到码或门牌"
          value={wanted}
          maxLength={20}
          onInput={setWanted}
        />
      ) : null}
      {found.length === 0 ? <Nobody wanted={wanted} /> : null}
      <Group title="还没到" seats={coming} activityId={activityId} places={places} />
      <Group title="已签到" seats={here} activityId={activityId} places={places} />
      <Group title="候补" seats={waiting} activityId={activityId} places={places} />
    </Stack>
  );
}

type GroupProps = {
  title: string;
  seats: readonly SeatView[];
  activityId: string;
  places: ReadonlyMap<string, number>;
};

function Group({ title, seats, activityId, places }: GroupProps) {
  if (seats.length === 0) return null;
  return (
    <Section title={`${title} ${seats.length}人`}>
      <Card>
        {seats.map((seat) => (
          <SeatRow
            key={seat.personId}
            activityId={activityId}
            seat={seat}
            place={places.get(seat.personId)}
          />
        ))}
      </Card>
    </Section>
  );
}

const Nobody = ({ wanted }: { wanted: string }) =>
  wanted.trim() ? (
    <Empty icon="search" title={`没有找到「${wanted.trim()}」`} hint="换个字试试，或者核对签到码。" />
  ) : (
    <Empty icon="people" title="还没有人报名" hint="有人报名，名单会出现在这里。" />
  );
