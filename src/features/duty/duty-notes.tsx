import { Text } from '@tarojs/components';
import { getRosterWeeks, listHandovers } from '@domain/desk/duty.actions';
import { formatWhen, MINUTE, startOfDay } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { useNow } from '@/services/clock';
import { useRead } from '@/services/queries';
import { holeWords } from './roster-words';

type Props = { onOpen: (path: string, params: Record<string, string>) => void };
const DAYS = 8;

/** What is not as it should be with the duty itself: an unsigned sheet, hours nobody covers. Nothing while all is well. */
export function DutyNotes({ onOpen }: Props) {
  const now = useNow(MINUTE);
  const handovers = useRead(listHandovers, {}, { staleMs: MINUTE });
  const roster = useRead(getRosterWeeks, { from: startOfDay(now), days: DAYS }, { staleMs: MINUTE });
  const waiting = handovers.data?.items.find(({ status }) => status === 'open');
  const hole = roster.data?.thin.find(({ peopleCount }) => peopleCount === 0);
  return (
    <>
      {hole && (
        <Card tone="danger" onTap={() => onOpen('/pages/staff/roster/index', {})}>
          <Text>{holeWords(hole)}</Text>
        </Card>
      )}
      {waiting && (
        <Card
          tone={waiting.isOverdue ? 'danger' : 'waiting'}
          onTap={() => onOpen('/pages/staff/handover/index', { handoverId: waiting.handoverId })}
        >
          <Text>{`${formatWhen(waiting.changesAt)} 的交接单${waiting.isOverdue ? '超过一小时没有人签字' : '等着写留言、签字'}`}</Text>
        </Card>
      )}
    </>
  );
}
