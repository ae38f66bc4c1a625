import { makePublic, proposePublic } from '@domain/desk/public-question.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { Row } from '@/components/row';
import { confirmAsk, toast } from '@/services/feedback';
import { go } from '@/services/navigate';
import { useAction } from '@/services/use-action';

const DONE = ['resolved', 'confirmed', 'closed'];
const READS = { refresh: ['public'] } as const;

/** A matter that is done may teach others: as an answer of the community's, or as a public reply without names. */
export function FaqWaysOfDesk({ thread }: { thread: ThreadCard }) {
  const making = useAction(makePublic, READS);
  const { threadId } = thread;
  if (!DONE.includes(thread.status)) return null;
  const open = async () => {
    const done = await making.run({ threadId });
    if (!done.ok) return toast(done.error.words);
    go('/pages/answers/public-edit/index', { questionId: done.value.card.questionId });
  };
  return (
    <Row isWrapping>
      {thread.faqId ? (
        <Button tone="quiet" onTap={() => go('/pages/answers/edit/index', { faqId: thread.faqId ?? '' })}>
          看整理成的问答
        </Button>
      ) : (
        <Button tone="quiet" onTap={() => go('/pages/answers/edit/index', { threadId })}>
          整理成问答
        </Button>
      )}
      <Button tone="quiet" isBusy={making.isPending} onTap={() => void open()}>
        公开答复
      </Button>
    </Row>
  );
}

/** Whoever asked may let neighbours read it, without their name, once staff have looked at it. */
export function FaqWayOfAsker({ thread }: { thread: ThreadCard }) {
  const proposing = useAction(proposePublic, READS);
  const { threadId } = thread;
  if (!DONE.includes(thread.status)) return null;
  const propose = async () => {
    const isMeant = await confirmAsk({
      title: '公开给邻居参考？',
      words: '会去掉姓名、电话和门牌，社区核对以后邻居才看得到，您随时可以撤下。',
      yes: '公开',
    });
    if (!isMeant) return;
    const done = await proposing.run({ threadId });
    if (!done.ok) return toast(done.error.words);
    go('/pages/desk/public-question/index', { questionId: done.value.card.questionId });
  };
  return (
    <Button tone="quiet" isBusy={proposing.isPending} onTap={() => void propose()}>
      公开给邻居参考
    </Button>
  );
}
