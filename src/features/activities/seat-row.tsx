import { Text, View } from '@tarojs/components';
import { checkIn, undoCheckIn } from '@domain/activities/activity.actions';
import type { SeatView } from '@domain/activities/activity.schema';
import { enrolmentWorkflow } from '@domain/activities/activity.workflow';
import { formatAt } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { refreshReads } from '@/services/queries';
import { useAction } from '@/services/use-action';
import './seat-row.scss';

const TOUCHED = ['activity'] as const;

type Props = {
  activityId: string;
  seat: SeatView;
  /** The place in the queue, from 1; absent for somebody with a seat. */
  place: number | undefined;
};

/** One person on the roll, with what staff can do for them at the door. */
export function SeatRow({ activityId, seat, place }: Props) {
  const arrive = useAction(checkIn, { refresh: TOUCHED });
  const undo = useAction(undoCheckIn, { refresh: TOUCHED });
  const failure = arrive.failure ?? undo.failure;
  const act = async (action: typeof arrive | typeof undo) => {
    const done = await action.run({ activityId, personId: seat.personId });
    if (!done.ok && done.error.code !== 'NETWORK') refreshReads(TOUCHED);
  };
  return (
    <View className="hy-seat">
      <View className="hy-seat__main">
        <View className="hy-seat__who">
          <Text className="hy-seat__name">{seat.name}</Text>
          <Text className="hy-seat__fact">
            {place === undefined ? `签到码 ${seat.ticketCode}` : `候补第${place}位`}
            {seat.homeLabel ? ` · ${seat.homeLabel}` : ''}
          </Text>
          {seat.checkedInAt === null ? null : (
            <Text className="hy-seat__fact">{`${formatAt(seat.checkedInAt, 'HH:mm')} 到场`}</Text>
          )}
        </View>
        {seat.moves.includes('checkIn') ? (
          <Button
            tone="primary"
            size="small"
            label={`给${seat.name}签到`}
            isBusy={arrive.isPending}
            onTap={() => act(arrive)}
          >
            {enrolmentWorkflow.transitions.checkIn.zh}
          </Button>
        ) : null}
        {seat.moves.includes('undoCheckIn') ? (
          <Button
            tone="quiet"
            size="small"
            label={`撤销${seat.name}的签到`}
            isBusy={undo.isPending}
            onTap={() => act(undo)}
          >
            {enrolmentWorkflow.transitions.undoCheckIn.zh}
          </Button>
        ) : null}
      </View>
      <FailureNote failure={failure} />
    </View>
  );
}
