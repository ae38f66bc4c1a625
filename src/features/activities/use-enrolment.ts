import { useRef, useState } from 'react';
import { enrol, leave } from '@domain/activities/activity.actions';
import type { ActivityView } from '@domain/activities/activity.schema';
import type { Result } from '@domain/kernel/result';
import type { Failure } from '@/services/call';
import { confirmAsk, toast } from '@/services/feedback';
import { refreshReads } from '@/services/queries';
import { useAction } from '@/services/use-action';
import { ownPlace } from './activity-words';

const TOUCHED = ['activity', 'home'] as const;

/** Signing up for an activity and giving the place up again. A refusal stays in `failure`; the newest state is fetched. */
export function useEnrolment(activity: ActivityView) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const enrolling = useAction(enrol, { refresh: TOUCHED });
  const leaving = useAction(leave, { refresh: TOUCHED });
  const { activityId, mine } = activity;

  const settle = async (
    going: Promise<Result<ActivityView, Failure>>,
    wordsOf: (changed: ActivityView) => string,
  ): Promise<void> => {
    const done = await going;
    setFailure(done.ok ? null : done.error);
    if (done.ok) toast(wordsOf(done.value), 'done');
    else if (done.error.code !== 'NETWORK') refreshReads(TOUCHED);
  };

  // A second tap while the first is under way is the same wish: it neither sends nor congratulates again.
  const isUnderWay = useRef(false);
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await work();
    } finally {
      isUnderWay.current = false;
    }
  };

  return {
    failure,
    isPending: enrolling.isPending || leaving.isPending,
    enrol: () => once(() => settle(enrolling.run({ activityId }), wordsAfterEnrolling)),
    leave: () =>
      once(async () => {
        const isSure = await confirmAsk({
          title: mine?.status === 'waiting' ? '不再候补了？' : '取消报名？',
          words: mine?.status === 'waiting' ? '排的位置会让给后面的邻居。' : '您的名额会马上让给候补的邻居。',
          yes: '取消报名',
        });
        if (isSure) await settle(leaving.run({ activityId }), () => '已取消报名');
      }),
  };
}

const wordsAfterEnrolling = (activity: ActivityView): string =>
  activity.mine?.status === 'waiting' ? `名额已满，您排在${ownPlace(activity)?.words ?? '候补'}` : '报名成功';
