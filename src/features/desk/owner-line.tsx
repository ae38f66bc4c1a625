import { Text } from '@tarojs/components';
import { getDuty } from '@domain/desk/desk.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { MINUTE } from '@domain/kernel/time';
import { useRead } from '@/services/queries';

/** Whose the matter is now, when whoever took it has gone home: those on duty, else the secretary. */
export function OwnerLine({ thread }: { thread: ThreadCard }) {
  const { data: duty } = useRead(getDuty, {}, { staleMs: MINUTE });
  const { taker, status } = thread;
  if (!duty || !taker || status !== 'taken') return null;
  const onDuty = duty.now?.people ?? (duty.secretary ? [duty.secretary] : []);
  if (onDuty.length === 0 || onDuty.some(({ personId }) => personId === taker.personId)) return null;
  const names = onDuty.map(({ name }) => name).join('、');
  return <Text className="hy-head__owner">{`${taker.name}不在班，现在由${names}负责`}</Text>;
}
