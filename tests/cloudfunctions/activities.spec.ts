import * as actions from '@domain/activities/activity.actions';
import { countersOf } from '@domain/activities/activity.rules';
import type { Activity } from '@domain/activities/activity.schema';
import { DAY, HOUR } from '@domain/kernel/time';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const {
  auntieZhang,
  uncleLi,
  volunteerChen,
  volunteerHe,
  gridWorkerWang,
  staffZhao,
  otherResident,
  newcomer,
} = cast;

describe('activities', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const plan = (seats: number) => ({
    title: '头花发夹课',
    summary: '用热熔胶做发夹，两小时',
    category: 'craft' as const,
    place: '社区会议室',
    host: '玖久社工',
    safetyNote: '热熔胶烫手，请听社工讲解',
    startsAt: community.now() + 2 * DAY,
    endsAt: community.now() + 2 * DAY + 2 * HOUR,
    enrolUntil: community.now() + DAY,
    seats,
  });
  const publish = (seats: number) =>
    community.must(staffZhao, actions.publishActivity, plan(seats)).then((activity) => activity.activityId);
  const stored = async (activityId: string): Promise<Activity> => {
    const activity = await community.database.collection<Activity>('activities').get(activityId);
    if (!activity) throw new Error('the activity is gone');
    return activity;
  };
  const everySeatCounts = async (activityId: string) => {
    const { seats, seatsLeft, waitingCount, roll } = await stored(activityId);
    expect({ seatsLeft, waitingCount }).toEqual(countersOf(seats, roll));
    expect(seatsLeft).toBeGreaterThanOrEqual(0);
  };

  it('give seats while there are any, queue the rest in order, and promote the first when somebody cancels', async () => {
    const activityId = await publish(2);
    await community.must(auntieZhang, actions.enrol, { activityId });
    await community.must(uncleLi, actions.enrol, { activityId });
    expect((await community.must(volunteerChen, actions.enrol, { activityId })).mine).toMatchObject({
      status: 'waiting',
      position: 1,
    });
    expect((await community.must(volunteerHe, actions.enrol, { activityId })).mine).toMatchObject({
      status: 'waiting',
      position: 2,
    });
    await community.must(auntieZhang, actions.leave, { activityId });
    expect((await community.must(volunteerChen, actions.getActivity, { activityId })).mine).toMatchObject({
      status: 'confirmed',
      position: null,
      promotedAt: community.now(),
    });
    expect((await community.must(volunteerHe, actions.getActivity, { activityId })).mine).toMatchObject({
      status: 'waiting',
      position: 1,
    });
    await everySeatCounts(activityId);
  });

  it('never sell the last seat twice', async () => {
    const activityId = await publish(1);
    const replies = await Promise.all(
      [auntieZhang, uncleLi, volunteerChen, volunteerHe, gridWorkerWang].map((actor) =>
        community.must(actor, actions.enrol, { activityId }),
      ),
    );
    expect(replies.filter((activity) => activity.mine?.status === 'confirmed')).toHaveLength(1);
    expect(
      replies.map((activity) => activity.mine?.position).filter((position) => position !== null).length,
    ).toBe(4);
    await everySeatCounts(activityId);
  });

  it('take a double tap for one enrolment, and a second device for a friendly refusal', async () => {
    const activityId = await publish(5);
    const key = freshKey();
    await Promise.all([1, 2, 3].map(() => community.must(auntieZhang, actions.enrol, { activityId }, key)));
    expect((await stored(activityId)).roll).toHaveLength(1);
    expect(await community.call(auntieZhang, actions.enrol, { activityId })).toMatchObject({
      code: 'ALREADY_ENROLLED',
    });
    await everySeatCounts(activityId);
  });

  it('close on time: no enrolment after the deadline, none for what is cancelled', async () => {
    const activityId = await publish(5);
    community.advance(DAY + 1);
    expect(await community.call(auntieZhang, actions.enrol, { activityId })).toMatchObject({
      code: 'ENROLMENT_CLOSED',
    });
    const second = await publish(5);
    await community.must(auntieZhang, actions.enrol, { activityId: second });
    await community.must(staffZhao, actions.cancelActivity, { activityId: second, reason: '老师生病' });
    expect(await community.call(uncleLi, actions.enrol, { activityId: second })).toMatchObject({
      code: 'ACTIVITY_CLOSED',
    });
    expect((await community.must(auntieZhang, actions.listMyActivities, {})).items[0]).toMatchObject({
      status: 'cancelled',
      cancelReason: '老师生病',
    });
  });

  it('let staff check people in at the door, and take it back', async () => {
    const activityId = await publish(2);
    await community.must(auntieZhang, actions.enrol, { activityId });
    const { seats } = await community.must(staffZhao, actions.getRoll, { activityId });
    expect(seats[0]).toMatchObject({ name: '张桂兰', homeLabel: '1号楼1单元101室', moves: ['checkIn'] });
    expect(seats[0]?.ticketCode).toMatch(/^\d{4}$/);
    const input = { activityId, personId: auntieZhang.personId };
    expect(await community.must(staffZhao, actions.checkIn, input)).toMatchObject({ attendedCount: 1 });
    expect(await community.call(staffZhao, actions.checkIn, input)).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
    expect(await community.call(auntieZhang, actions.leave, { activityId })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED_FROM_STATE',
    });
    expect(await community.must(staffZhao, actions.undoCheckIn, input)).toMatchObject({ attendedCount: 0 });
    expect(
      await community.call(staffZhao, actions.checkIn, { activityId, personId: uncleLi.personId }),
    ).toMatchObject({ code: 'NOT_ENROLLED' });
    await everySeatCounts(activityId);
  });

  it('let the queue in when staff add seats, and never take a seat from somebody who has one', async () => {
    const activityId = await publish(1);
    await community.must(auntieZhang, actions.enrol, { activityId });
    await community.must(uncleLi, actions.enrol, { activityId });
    await community.must(staffZhao, actions.reviseActivity, { activityId, content: plan(2) });
    expect((await community.must(uncleLi, actions.getActivity, { activityId })).mine?.status).toBe(
      'confirmed',
    );
    expect(
      await community.call(staffZhao, actions.reviseActivity, { activityId, content: plan(1) }),
    ).toMatchObject({ code: 'SEATS_BELOW_TAKEN' });
  });

  it('refuse a plan whose times make no sense, and a visitor or stranger on the roll', async () => {
    const backwards = { ...plan(3), endsAt: community.now() };
    expect(await community.call(staffZhao, actions.publishActivity, backwards)).toMatchObject({
      code: 'ACTIVITY_TIMES_WRONG',
    });
    const late = { ...plan(3), enrolUntil: community.now() - 1 };
    expect(await community.call(staffZhao, actions.publishActivity, late)).toMatchObject({
      code: 'ACTIVITY_IN_PAST',
    });
    expect(await community.call(auntieZhang, actions.publishActivity, plan(3))).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const activityId = await publish(3);
    expect(await community.call(newcomer, actions.enrol, { activityId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await community.call(otherResident, actions.enrol, { activityId })).toMatchObject({
      code: 'ACTIVITY_NOT_FOUND',
    });
  });

  it('never tell a neighbour who else comes', async () => {
    const activityId = await publish(3);
    await community.must(auntieZhang, actions.enrol, { activityId });
    const list = await community.must(uncleLi, actions.listActivities, { filter: 'upcoming' });
    expect(list.items).toHaveLength(1);
    expect(JSON.stringify(list)).not.toContain('张桂兰');
    expect(await community.call(uncleLi, actions.getRoll, { activityId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('end by themselves when their time is over', async () => {
    const activityId = await publish(3);
    community.advance(3 * DAY);
    await community.runTimer();
    const past = await community.must(uncleLi, actions.listActivities, { filter: 'past' });
    expect(past.items).toMatchObject([{ activityId, status: 'finished' }]);
  });
});
