import { Text, View } from '@tarojs/components';
import { enrolmentWorkflow } from '@domain/activities/activity.workflow';
import type { AskerView } from '@domain/desk/asker.schema';
import { threadWorkflow } from '@domain/desk/thread.workflow';
import { formatAgo, formatWhen, MINUTE } from '@domain/kernel/time';
import { labelOf } from '@domain/kernel/workflow';
import { wishWorkflow } from '@domain/wishes/wish.workflow';
import { aria } from '@/components/aria';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';

type Matter = { id: string; title: string; state: string; when: string; open: () => void };
type Props = { asker: AskerView; onOpenThread: (threadId: string) => void };

/** What else of theirs is under way, area by area; each line opens what it names. */
export function MatterList({ asker, onOpenThread }: Props) {
  const groups = groupsOf(asker, useNow(MINUTE), onOpenThread).filter(({ matters }) => matters.length > 0);
  if (groups.length === 0) return <Text className="hy-asker__note">没有其他正在办的事</Text>;
  return (
    <>
      {groups.map(({ name, matters }) => (
        <View key={name} className="hy-asker__group">
          <Text className="hy-asker__heading" {...aria({ role: 'heading' })}>
            {`${name} ${matters.length}`}
          </Text>
          {matters.map(({ id, title, state, when, open }) => (
            <Tap key={id} className="hy-asker__matter" label={`${title}，${state}`} onTap={open}>
              <Text className="hy-asker__title">{title}</Text>
              <Text className="hy-asker__state">{`${state} · ${when}`}</Text>
            </Tap>
          ))}
        </View>
      ))}
    </>
  );
}

function groupsOf(asker: AskerView, now: number, onOpenThread: (threadId: string) => void) {
  const talk = ({ id, title, at, status, takerName }: AskerView['threads'][number]): Matter => ({
    id,
    title,
    state: `${labelOf(threadWorkflow, status)}${takerName ? `，${takerName}` : ''}`,
    when: formatAgo(at, now),
    open: () => onOpenThread(id),
  });
  const isOpen = ({ status }: AskerView['threads'][number]) =>
    ['waiting', 'taken', 'resolved'].includes(status);
  return [
    {
      name: '需要帮助',
      matters: asker.helpWanted.map(({ id, title, at, note }): Matter => ({
        id,
        title,
        state: note === '' ? '请社区上门' : note,
        when: formatAgo(at, now),
        open: () => go('/pages/staff/notice-reach/index', { noticeId: id }),
      })),
    },
    { name: '在办的会话', matters: asker.threads.filter(isOpen).map(talk) },
    {
      name: '心愿',
      matters: asker.wishes.map(({ id, title, at, status }): Matter => ({
        id,
        title,
        state: labelOf(wishWorkflow, status),
        when: formatAgo(at, now),
        open: () => go('/pages/wishes/detail/index', { wishId: id }),
      })),
    },
    {
      name: '活动',
      matters: asker.activities.map(({ id, title, at, status }): Matter => ({
        id,
        title,
        state: labelOf(enrolmentWorkflow, status),
        when: formatWhen(at),
        open: () => go('/pages/staff/activity-roll/index', { activityId: id }),
      })),
    },
    { name: '以前的会话', matters: asker.threads.filter((thread) => !isOpen(thread)).map(talk) },
  ];
}
