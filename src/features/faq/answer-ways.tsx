import { publicSolved, thankAnswer } from '@domain/desk/public-question.actions';
import type { PublicAnswerView } from '@domain/desk/public-question.schema';
import { Button } from '@/components/button';
import { Row } from '@/components/row';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';

type Props = { questionId: string; answer: PublicAnswerView; isMine: boolean };

/** What a reader does with an answer: says that it did it, or thanks for it. Nobody is ranked by either. */
export function AnswerWays({ questionId, answer, isMine }: Props) {
  const solving = useAction(publicSolved, { refresh: ['public'] });
  const thanking = useAction(thankAnswer, { refresh: ['public'] });
  const input = { questionId, answerId: answer.answerId };
  const solve = async () => {
    const done = await solving.run(input);
    toast(done.ok ? '太好了，很高兴帮到您' : done.error.words, done.ok ? 'done' : 'warn');
  };
  const thank = async () => {
    const done = await thanking.run(input);
    if (!done.ok) toast(done.error.words);
  };
  return (
    <Row isWrapping>
      {isMine || answer.isMine ? null : (
        <Button tone="done" isBusy={solving.isPending} onTap={() => void solve()}>
          解决了我的问题
        </Button>
      )}
      {answer.isMine || answer.capacity === 'staff' ? null : (
        <Button
          tone="secondary"

          isBusy={thanking.isPending}
          isDisabled={answer.hasThanked}
          onTap={() => void thank()}
        >
          {answer.hasThanked ? '已说谢谢' : '谢谢邻居'}
        </Button>
      )}
    </Row>
  );
}
