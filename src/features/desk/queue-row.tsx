import { Text, View } from '@tarojs/components';
import { CHANNEL_WORDS } from '@domain/desk/casework.schema';
import { PAUSE_WORDS } from '@domain/desk/thread-clock';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { formatAgo } from '@domain/kernel/time';
import { Badge } from '@/components/badge';
import { classNames } from '@/components/class-names';
import { Face } from '@/components/face';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import { ReplyDue } from './thread-row';
import { lastLine, statusTag } from './thread-words';
import './queue-row.scss';

type Props = {
  thread: ThreadCard;
  now: number;
  isNew: boolean;
  onTap: () => void;
  /** This conversation stands open beside the list. */
  isOpen?: boolean | undefined;
  /** Names of colleagues who look at it this moment. */
  watchers?: string | undefined;
};

/** Where a row is found again to bring it into view. */
export const rowIdOf = (threadId: string): string => `queue-${threadId}`;

/** One neighbour's matter in the desk's queue. */
export function QueueRow({ thread, now, isNew, onTap, isOpen, watchers = '' }: Props) {
  const tag = statusTag(thread);
  const name = thread.asker?.name ?? '居民';
  const line = lastLine(thread, 'desk');
  const openPromises = (thread.promises ?? []).filter(({ status }) => status === 'made').length;
  return (
    <Tap
      id={rowIdOf(thread.threadId)}
      className={classNames(
        'hy-queue',
        isNew && 'hy-queue--new',
        thread.isUrgent && 'hy-queue--urgent',
        isOpen && 'hy-queue--open',
      )}
      onTap={onTap}
      isCurrent={isOpen}
      label={`${thread.isUrgent ? '紧急，' : ''}${isNew ? '新来的，' : ''}${name}：${thread.title}，${tag.words}${watchers && `，${watchers}在看`}`}
    >
      <Face face={thread.asker?.face ?? ''} name={name} size="md" />
      <View className="hy-queue__body">
        <View className="hy-queue__head">
          <Text className="hy-queue__name">{name}</Text>
          <Text className="hy-queue__home">{thread.asker?.homeLabel ?? '未绑定住户'}</Text>
          <Text className="hy-queue__time">{formatAgo(thread.lastAt, now)}</Text>
        </View>
        <View className="hy-queue__matter">
          <Text className="hy-queue__title">{thread.title}</Text>
          <Badge count={thread.unreadCount} />
        </View>
        {thread.messageCount > 1 && <Text className="hy-queue__line">{line}</Text>}
        <View className="hy-queue__foot">
          {thread.isUrgent && <StatusTag tone="danger">紧急</StatusTag>}
          <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
          {(thread.escalation ?? 0) > 0 && <StatusTag tone="danger">已升级</StatusTag>}
          {thread.recorded && (
            <StatusTag tone="muted">{`${CHANNEL_WORDS[thread.recorded.channel]}代录`}</StatusTag>
          )}
          {thread.pause && <StatusTag tone="muted">{PAUSE_WORDS[thread.pause.reason]}</StatusTag>}
          {openPromises > 0 && <StatusTag tone="active">{`${openPromises}个承诺`}</StatusTag>}
          {thread.taker && <Text className="hy-queue__taker">{thread.taker.name}</Text>}
          {watchers !== '' && <Text className="hy-queue__taker">{watchers}在看</Text>}
        </View>
        <ReplyDue thread={thread} now={now} />
      </View>
    </Tap>
  );
}
