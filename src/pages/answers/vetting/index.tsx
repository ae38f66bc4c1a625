import { useState } from 'react';
import { listVetted } from '@domain/desk/public-question.actions';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { VettedRow } from '@/features/faq/vetted-row';
import { VettingSheet } from '@/features/faq/vetting-sheet';
import { useRead } from '@/services/queries';

/** 政策小达人与微团队: residents whom staff trust to answer publicly, since when and why. */
export default function VettingPage() {
  const [isAsking, setAsking] = useState(false);
  const list = useRead(listVetted, {});
  return (
    <Screen
      title="政策小达人"
      onRefresh={list.refresh}
      footer={
        <Button block size="large" onTap={() => setAsking(true)}>
          请一位热心居民
        </Button>
      }
    >
      <Stack>
        <FailureNote failure={list.failure} onRetry={() => void list.refresh()} />
        {list.isLoading ? <Skeleton rows={3} /> : null}
        {list.data?.items.length === 0 ? (
          <Empty icon="people" title="还没有聘请" hint="懂政策、肯帮忙的邻居，请来一起解答公开问题" />
        ) : null}
        {list.data?.items.map((person) => (
          <VettedRow key={person.personId} person={person} />
        ))}
      </Stack>
      <VettingSheet isOpen={isAsking} onClose={() => setAsking(false)} />
    </Screen>
  );
}
