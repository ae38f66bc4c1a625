import { Text, View } from '@tarojs/components';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { formatAgo } from '@domain/kernel/time';
import { Badge } from '@/components/badge';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import { replyClock } from './clock-words';
import { lastLine, statusTag } from './thread-words';
import './thread-row.scss';

type Props = { thread: ThreadCard; now: number; onTap: () => void };

/** One of my own matters in a list: what it is, how far it is, what was said last. */
export function ThreadRow({ thread, now, onTap }: Props) {
  const tag = statusTag(thread);
  const line = lastLine(thread, 'asker');
  const unread = thread.unreadCount > 0 ? `，${thread.unreadCount}条新回复` : '';
  return (
    <Tap
      className={classNames('hy-thread', thread.unreadCount > 0 && 'hy-thread--unread')}
      onTap={onTap}
      label={`${thread.title}，${tag.words}${unread}，${line}`}
    >
      <View className="hy-thread__head">
        <Text className="hy-thread__title">{thread.title}</Text>
        <Badge count={thread.unreadCount} />
      </View>
      <Text className="hy-thread__line">{line}</Text>
      <View className="hy-thread__foot">
        <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
        <Text className="hy-thread__time">{formatAgo(thread.lastAt, now)}</Text>
      </View>
      <ReplyDue thread={thread} now={now} />
    </Tap>
  );
}

/** The desk's promise on this thread and how long it has run. Late is said in words, not only in red. */
export function ReplyDue({ thread, now }: { thread: ThreadCard; now: number }) {
  const clock = replyClock(thread, now);
  if (!clock) return null;
  return (
    <View className={classNames('hy-due', clock.isLate && 'hy-due--late')}>
      <Icon name={clock.isLate ? 'alert' : 'clock'} size="sm" />
      <Text className="hy-due__words">
        {clock.words} · {clock.promise}
      </Text>
    </View>
  );
}
