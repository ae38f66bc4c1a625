import { useEffect } from 'react';
import { Screen } from '@/components/screen';
import { AlertBar } from '@/features/desk/alert-bar';
import { MyDuty } from '@/features/desk/my-duty';
import { QueueList } from '@/features/desk/queue-list';
import { useQueueList } from '@/features/desk/use-queue-list';
import { RecordWay } from '@/features/desk/casework/record-way';
import { WideDesk } from '@/features/desk/wide-desk';
import { go, goInstead, useParams } from '@/services/navigate';

const THREAD_PAGE = '/pages/staff/thread/index';

/** 值班队列: everything neighbours bring to the desk, live. A wide window shows the conversation beside it. */
export default function QueuePage() {
  const { threadId, filter } = useParams<{ threadId: string; filter: string }>();
  return (
    <WideDesk threadId={threadId} filter={filter}>
      <PhoneQueue threadId={threadId} filter={filter} />
    </WideDesk>
  );
}

/** An address copied from a wide window names a conversation; a phone shows that one. */
function PhoneQueue({ threadId, filter }: Pick<Parameters<typeof WideDesk>[0], 'threadId' | 'filter'>) {
  const list = useQueueList(filter);
  useEffect(() => {
    if (threadId) goInstead(THREAD_PAGE, { threadId });
  }, [threadId]);
  return (
    <Screen title="值班队列" onRefresh={list.refresh} onEnd={list.loadMore}>
      <AlertBar />
      <MyDuty />
      <RecordWay />
      <QueueList list={list} onOpen={(id) => go(THREAD_PAGE, { threadId: id })} />
    </Screen>
  );
}
