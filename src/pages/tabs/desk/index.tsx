import { getDuty } from '@domain/desk/desk.actions';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { AskBox } from '@/features/desk/ask-box';
import { DutyHeader } from '@/features/desk/duty-header';
import { HelpingNote } from '@/features/desk/helping-note';
import { MyThreads } from '@/features/desk/my-threads';
import { useAsking } from '@/features/desk/use-asking';
import { useHelping } from '@/features/desk/use-helping';
import { useMyThreads } from '@/features/desk/use-my-threads';
import { useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** 服务台: who is here for you, one box for whatever it is, and what became of it. */
export default function DeskPage() {
  const duty = useRead(getDuty, {});
  const { helpFor } = useParams<{ helpFor: string }>();
  const helping = useHelping(helpFor);
  const asking = useAsking(helping);
  const mine = useMyThreads();
  const refresh = async () => void (await Promise.all([duty.refresh(), mine.refresh()]));
  return (
    <Screen title="服务台" tab onRefresh={refresh}>
      <Stack gap="lg">
        {duty.data && <DutyHeader duty={duty.data} />}
        {duty.isLoading && <Skeleton rows={1} />}
        {!duty.data && <FailureNote failure={duty.failure} onRetry={() => void duty.refresh()} />}
        <HelpingNote helping={helping} writing={asking.writing} />
        <AskBox asking={asking} />
        <MyThreads
          mine={mine}
          leaving={asking.leaving}
          outgoing={asking.outgoing}
          onEdit={asking.writing.restore}
        />
      </Stack>
    </Screen>
  );
}
