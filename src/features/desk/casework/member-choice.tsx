import { getAsker } from '@domain/desk/console.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { Row } from '@/components/row';
import { confirmAsk, toast } from '@/services/feedback';
import { useRead } from '@/services/queries';
import type { Settled } from '../use-moves';
import { useCaseMoves } from './use-case-moves';

type Props = { talk: Settled; thread: ThreadCard };

/** Recorded for a household of which somebody uses the app by now: staff who know whose it is give it to them. */
export function MemberChoice({ talk, thread }: Props) {
  const { threadId, recorded } = thread;
  const isWithoutApp = recorded?.isWithoutApp === true;
  const { data } = useRead(getAsker, { threadId }, { enabled: isWithoutApp });
  const moves = useCaseMoves(talk, threadId);
  const members = data?.members ?? [];
  if (!isWithoutApp || members.length === 0) return null;
  const give = async (personId: string, name: string) => {
    const words = `${name}会在手机上看到这件事的全部内容，确认是本人或家里人同意再交给他。`;
    if (!(await confirmAsk({ title: `交给${name}？`, words, yes: '交给他' }))) return;
    if (await moves.give(personId)) toast('已经交给住户', 'done');
  };
  return (
    <Row isWrapping>
      {members.map(({ personId, name }) => (
        <Button
          key={personId}
          tone="secondary"
          isDisabled={moves.isBusy}
          onTap={() => void give(personId, name)}
        >
          {`让${name}在手机上看`}
        </Button>
      ))}
    </Row>
  );
}
