import { Screen } from '@/components/screen';
import { AskerFoot } from '@/features/desk/asker-foot';
import { AskerHead } from '@/features/desk/asker-head';
import { askerDoor } from '@/features/desk/door';
import { TalkView } from '@/features/desk/talk-view';
import { useAskerMoves } from '@/features/desk/use-moves';
import { useTalk } from '@/features/desk/use-talk';
import { useParams } from '@/services/navigate';

/** One matter with the desk, as the neighbour who brought it sees it. */
export default function ThreadPage() {
  const { threadId = '' } = useParams<{ threadId: string }>();
  const talk = useTalk(askerDoor, threadId);
  const moves = useAskerMoves(talk, threadId);
  const thread = talk.conversation?.thread;
  return (
    <Screen
      title="和社区说"
      isFixed
      footer={thread && <AskerFoot talk={talk} thread={thread} moves={moves} />}
    >
      <TalkView
        talk={talk}
        head={(shown) => <AskerHead thread={shown} onWithdraw={() => void moves.withdraw()} />}
      />
    </Screen>
  );
}
