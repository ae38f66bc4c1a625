import { Text, View } from '@tarojs/components';
import { getAsker } from '@domain/desk/console.actions';
import type { AskerView } from '@domain/desk/asker.schema';
import { threadNumber } from '@domain/desk/thread-search';
import { MINUTE } from '@domain/kernel/time';
import { listPlaces } from '@domain/people/people.actions';
import { Face } from '@/components/face';
import { FailureNote } from '@/components/failure-note';
import { Skeleton } from '@/components/skeleton';
import { useRead } from '@/services/queries';
import { ContactLine } from './contact-line';
import { MatterList } from './matter-list';
import './asker-pane.scss';

type Props = { threadId: string; onOpenThread: (threadId: string) => void };

/** The person one is talking to: who, where, how to reach them, and what else of theirs is under way. */
export function AskerPane({ threadId, onOpenThread }: Props) {
  const { data: asker, failure, refresh } = useRead(getAsker, { threadId }, { staleMs: MINUTE });
  if (!asker) {
    return failure ? <FailureNote failure={failure} onRetry={() => void refresh()} /> : <Skeleton rows={3} />;
  }
  return (
    <View className="hy-asker">
      <View className="hy-asker__who">
        <Face face={asker.face} name={asker.name} size="lg" />
        <View className="hy-asker__words">
          <Text className="hy-asker__name">{asker.name}</Text>
          <Text className="hy-asker__role">{asker.roles.join('、')}</Text>
        </View>
      </View>
      <Facts asker={asker} threadId={threadId} />
      <ContactLine key={threadId} asker={asker} threadId={threadId} />
      <MatterList asker={asker} onOpenThread={onOpenThread} />
    </View>
  );
}

function Facts({ asker, threadId }: { asker: AskerView; threadId: string }) {
  const { data: places } = useRead(listPlaces, {}, { staleMs: 60 * MINUTE });
  const grid = places?.grids.find(({ gridId }) => gridId === asker.gridId);
  const facts: readonly (readonly [string, string])[] = [
    ['住址', asker.homeLabel ?? '还没有绑定住户'],
    ...(grid ? ([['网格', `${grid.name}，网格员${grid.workerName}`]] as const) : []),
    ...(asker.housemates.length > 0 ? ([['同住', asker.housemates.join('、')]] as const) : []),
    ['会话编号', threadNumber(threadId)],
  ];
  return (
    <View className="hy-asker__facts">
      {facts.map(([name, words]) => (
        <View key={name} className="hy-asker__fact">
          <Text className="hy-asker__label">{name}</Text>
          <Text className="hy-asker__value">{words}</Text>
        </View>
      ))}
    </View>
  );
}
