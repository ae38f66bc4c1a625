import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { MINUTE } from '@domain/kernel/time';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { useNow } from '@/services/clock';
import { replyClock, stopwatch } from './clock-words';
import './reply-timer.scss';

const SECOND = 1000;

/** The first-reply clock, running: how long it has been, what was promised, and how much of that is used up. `way` stands beside it. */
export function ReplyTimer({ thread, way }: { thread: ThreadCard; way?: ReactNode }) {
  const isFirst = thread.firstRepliedAt === null;
  const now = useNow(isFirst ? SECOND : MINUTE);
  const clock = replyClock(thread, now);
  if (!clock) return null;
  const isRunning = clock.share !== null && !clock.isLate;
  return (
    <View className={classNames('hy-timer', clock.isLate && 'hy-timer--late')}>
      <View className="hy-timer__row">
        <View className="hy-timer__words">
          <Icon name={clock.isLate ? 'alert' : 'clock'} size="sm" />
          <Text className="hy-timer__waited">
            {isRunning ? `已等待 ${stopwatch(now - thread.askedAt)}` : clock.words}
          </Text>
          <Text className="hy-timer__promise">{clock.promise}</Text>
        </View>
        {way}
      </View>
      {clock.share !== null && (
        <View className="hy-timer__track">
          <View
            className="hy-timer__run"
            style={{ width: `${Math.min(100, Math.round(clock.share * 100))}%` }}
          />
        </View>
      )}
    </View>
  );
}
