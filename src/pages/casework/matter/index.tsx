import { Text } from '@tarojs/components';
import { openThread } from '@domain/desk/desk.actions';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { CallerContact } from '@/features/desk/casework/caller-contact';
import { CaseWays } from '@/features/desk/casework/case-ways';
import { LinkStrips } from '@/features/desk/casework/link-strips';
import { MemberChoice } from '@/features/desk/casework/member-choice';
import { NotePane } from '@/features/desk/casework/note-pane';
import { WhoLooked } from '@/features/figures/who-looked';
import { go, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** What colleagues say and do about one matter, on the phone; on a wide window it stands beside the conversation. */
export default function MatterPage() {
  const { threadId = '' } = useParams<{ threadId: string }>();
  const { data, failure, refresh } = useRead(openThread, { threadId });
  const talk = { take: () => void refresh(), reload: refresh };
  const openOther = (other: string) => go('/pages/staff/thread/index', { threadId: other });
  return (
    <Screen title="备注与转交" onRefresh={refresh}>
      <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!data} />
      {!data && !failure && <Skeleton rows={4} />}
      {data && (
        <Stack>
          <Card>
            <Text>{data.thread.title}</Text>
            <LinkStrips thread={data.thread} side="desk" />
            <CallerContact thread={data.thread} />
            <MemberChoice talk={talk} thread={data.thread} />
            <CaseWays talk={talk} thread={data.thread} messages={data.messages} onOpenThread={openOther} />
          </Card>
          <Card>
            <NotePane threadId={threadId} />
          </Card>
          <WhoLooked threadId={threadId} />
        </Stack>
      )}
    </Screen>
  );
}
