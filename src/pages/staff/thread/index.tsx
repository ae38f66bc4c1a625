import { View } from '@tarojs/components';
import { useState } from 'react';
import { Screen } from '@/components/screen';
import { AlertBar } from '@/features/desk/alert-bar';
import { CaseEntry } from '@/features/desk/casework/case-entry';
import { DeskFoot } from '@/features/desk/desk-foot';
import { DeskHead } from '@/features/desk/desk-head';
import { deskDoor } from '@/features/desk/door';
import { HandBackSheet } from '@/features/desk/hand-back-sheet';
import { TalkView } from '@/features/desk/talk-view';
import { useDeskMoves } from '@/features/desk/use-moves';
import { useTalk } from '@/features/desk/use-talk';
import { WideDesk } from '@/features/desk/wide-desk';
import { useParams } from '@/services/navigate';
import './index.scss';

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
  return (
    <Screen title="居民来信" isFixed footer={thread && <DeskFoot talk={talk} thread={thread} />}>
      <View className="hy-staff-thread__alert">
        <AlertBar />
      </View>
      <TalkView
        talk={talk}
        head={(shown) => (
          <>
            <DeskHead talk={talk} thread={shown} moves={moves} onHandBack={() => setHandingBack(true)} />
            <CaseEntry thread={shown} />
          </>
        )}
      />
      <HandBackSheet moves={moves} isOpen={isHandingBack} onClose={() => setHandingBack(false)} />
    </Screen>
  );
}
