import { useState } from 'react';
import { ReasonSheet } from '@/components/reason-sheet';
import { Screen } from '@/components/screen';
import { DeskFoot } from '@/features/desk/desk-foot';
import { DeskHead } from '@/features/desk/desk-head';
import { deskDoor } from '@/features/desk/door';
import { TalkView } from '@/features/desk/talk-view';
import { moveLabel } from '@/features/desk/thread-words';
import { useDeskMoves } from '@/features/desk/use-moves';
import { useTalk } from '@/features/desk/use-talk';
import { WideDesk } from '@/features/desk/wide-desk';
import { useParams } from '@/services/navigate';

/** One neighbour's matter, as the desk sees it; on a wide window with the queue and the person beside it. */
export default function StaffThreadPage() {
  const { threadId = '' } = useParams<{ threadId: string }>();
  return (
    <WideDesk threadId={threadId}>
      <PhoneThread threadId={threadId} />
    </WideDesk>
  );
}

function PhoneThread({ threadId }: { threadId: string }) {
  const talk = useTalk(deskDoor, threadId);
  const moves = useDeskMoves(talk, threadId);
  const [isHandingBack, setHandingBack] = useState(false);
  const thread = talk.conversation?.thread;
  const handBack = async (reason: string) => {
    if (await moves.handBack(reason)) setHandingBack(false);
  };
  return (
    <Screen title="居民来信" isFixed footer={thread && <DeskFoot talk={talk} thread={thread} />}>
      <TalkView
        talk={talk}
        head={(shown) => <DeskHead thread={shown} moves={moves} onHandBack={() => setHandingBack(true)} />}
      />
      <ReasonSheet
        isOpen={isHandingBack}
        title="退回待接"
        label="为什么退回？接班的同事会看到"
        placeholder="比如：需要明天白天联系物业"
        confirmText={moveLabel('handBack')}
        isBusy={moves.isBusy}
        fault={moves.handBackFault}
        onConfirm={(reason) => void handBack(reason)}
        onClose={() => setHandingBack(false)}
      />
    </Screen>
  );
}
