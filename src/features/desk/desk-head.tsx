import { Text, View } from '@tarojs/components';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { Face } from '@/components/face';
import { StatusTag } from '@/components/status-tag';
import { FaqWaysOfDesk } from './faq-ways';
import { KEYS } from './keys';
import { MatterTools } from './matter-tools';
import { ReplyTimer } from './reply-timer';
import { OwnerLine } from './owner-line';
import { moveLabel, statusTag } from './thread-words';
import { TopicLine } from './topic-line';
import type { useDeskMoves } from './use-moves';
import type { Talk } from './use-talk';
import './thread-head.scss';

type Props = {
  talk: Talk;
  thread: ThreadCard;
  moves: ReturnType<typeof useDeskMoves>;
  onHandBack: () => void;
};

const STATE_WAYS = ['take', 'resolve', 'takeOver', 'handBack'];

/** Whom the desk is talking to, how the matter stands, and what can be done with it. */
export function DeskHead({ talk, thread, moves, onHandBack }: Props) {
  const { asker, taker } = thread;
  const tag = statusTag(thread);
  const can = (move: string) => thread.moves.includes(move);
  return (
    <View className="hy-head">
      <View className="hy-head__row">
        {asker && <Face face={asker.face} name={asker.name} size="md" />}
        <View className="hy-head__words">
          <Text className="hy-head__title">{asker?.name ?? '居民'}</Text>
          <Text className="hy-head__hint">{asker?.homeLabel ?? '还没有绑定住户'}</Text>
        </View>
        <View className="hy-head__state">
          <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
          {taker && <Text className="hy-head__taker">{taker.name}</Text>}
        </View>
      </View>
      <OwnerLine thread={thread} />
      <ReplyTimer thread={thread} />
      {STATE_WAYS.some(can) && (
        <View className="hy-head__ways">
          {can('take') && (
            <Button tone="primary" shortcut={KEYS.take} isBusy={moves.isBusy} onTap={moves.take}>
              {moveLabel('take')}
            </Button>
          )}
          {can('resolve') && (
            <Button
              tone="done"
              shortcut={KEYS.resolve}
              isDisabled={moves.isBusy}
              onTap={() => void moves.resolve()}
            >
              {moveLabel('resolve')}
            </Button>
          )}
          {can('takeOver') && !can('resolve') && (
            <Button tone="secondary" isDisabled={moves.isBusy} onTap={() => void moves.takeOver()}>
              {moveLabel('takeOver')}
            </Button>
          )}
          {can('handBack') && (
            <Button tone="quiet" isDisabled={moves.isBusy} onTap={onHandBack}>
              {moveLabel('handBack')}
            </Button>
          )}
        </View>
      )}
      <MatterTools talk={talk} thread={thread} />
      <FaqWaysOfDesk thread={thread} />
      <TopicLine talk={talk} thread={thread} />
    </View>
  );
}
