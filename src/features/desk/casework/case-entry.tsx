import { Text, View } from '@tarojs/components';
import { listNotes } from '@domain/desk/note.actions';
import { CHANNEL_WORDS } from '@domain/desk/casework.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { formatAt } from '@domain/kernel/time';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';
import './case-entry.scss';

/** How it came, whether somebody watches, what it is tied to: in a few words. */
function factsOf({ recorded, watches = [], links = [] }: ThreadCard): string {
  const running = watches.filter(({ status }) => status === 'running');
  return [
    ...(recorded
      ? [`${CHANNEL_WORDS[recorded.channel]}代录${recorded.isWithoutApp ? '，对方没用手机' : ''}`]
      : []),
    ...running.map(({ who, until }) => `${who}值守到 ${formatAt(until, 'M月D日 HH:mm')}`),
    ...(links.length > 0 ? [`关联${links.length}件`] : []),
  ].join(' · ');
}

/** On the phone: the newest note among colleagues, and the way to all they can do with this matter. */
export function CaseEntry({ thread }: { thread: ThreadCard }) {
  const { threadId, notedAt, links = [] } = thread;
  const notes = usePages(listNotes, { threadId }, { enabled: notedAt !== undefined });
  const [newest] = notes.items;
  const known = factsOf(thread);
  const survivor = links.find(({ relation }) => relation === 'mergedInto');
  if (survivor) {
    return (
      <Tap
        className="hy-case-entry"
        label={`已并入：${survivor.title}，打开`}
        onTap={() => go('/pages/staff/thread/index', { threadId: survivor.id })}
      >
        <Icon name="list" size="sm" />
        <View className="hy-case-entry__body">
          <Text className="hy-case-entry__words">{`已并入：${survivor.title}`}</Text>
        </View>
        <Icon name="chevron" size="sm" />
      </Tap>
    );
  }
  const words = newest ? `${newest.by.name}：${newest.text}` : known || '备注、转交、合并、值守';
  return (
    <Tap
      className={newest ? 'hy-case-entry hy-case-entry--noted' : 'hy-case-entry'}
      label={newest ? `内部备注，仅工作人员可见，${words}` : words}
      onTap={() => go('/pages/casework/matter/index', { threadId })}
    >
      <Icon name={newest ? 'lock' : 'people'} size="sm" />
      <View className="hy-case-entry__body">
        {newest && (
          <Text className="hy-case-entry__mark">
            {['内部备注 · 仅工作人员可见', known].filter((part) => part !== '').join(' · ')}
          </Text>
        )}
        <Text className="hy-case-entry__words">{words}</Text>
      </View>
      <Icon name="chevron" size="sm" />
    </Tap>
  );
}
