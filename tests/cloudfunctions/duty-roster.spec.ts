import * as desk from '@domain/desk/desk.actions';
import * as duty from '@domain/desk/duty.actions';
import type { DutyShift } from '@domain/desk/duty.schema';
import { DAY, HOUR } from '@domain/kernel/time';
import { cast } from '../support/cast';
import { freshKey, openCommunity, type TestCommunity } from '../support/community';

const { auntieZhang, staffZhao, staffQian, secretaryBai, otherStaff } = cast;
const ids = [staffZhao, staffQian, secretaryBai].map(({ personId }) => personId);

describe('the roster', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  /** The roster of the test community ends 30 h 20 min from now. */
  const rosterEnd = () => community.now() - (17 * HOUR + 40 * 60_000) + 48 * HOUR;
  const weeks = (days = 28) =>
    community.must(secretaryBai, duty.getRosterWeeks, { from: community.now(), days });
  const plan = (count = 3) => ({
    startsAt: rosterEnd(),
    weeks: count,
    shiftHours: 24 as const,
    perShift: 2,
    order: ids,
  });
  const shiftAt = async (instant: number) => {
    const { shifts } = await weeks();
    const found = shifts.find(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt);
    if (!found) throw new Error('no shift then');
    return found;
  };
  const alertsOf = async (actor: typeof staffZhao) =>
    (await community.must(actor, duty.listAlerts, {})).items.map(({ words }) => words);

  it('is filled for weeks by the secretary in one go, and filling again adds nothing', async () => {
    const filled = await community.must(secretaryBai, duty.fillRoster, plan());
    expect(filled).toEqual({ addedCount: 21, plannedUntil: rosterEnd() + 21 * DAY });
    expect((await weeks()).thin).toEqual([]);
    expect((await community.must(secretaryBai, duty.fillRoster, plan())).addedCount).toBe(0);
  });

  it('is completed by the same tap when the process dies in the middle of filling it', async () => {
    const key = freshKey();
    community.faults.breakAt(9, 'after');
    expect(await community.call(secretaryBai, duty.fillRoster, plan(), key)).toMatchObject({ ok: false });
    await community.must(secretaryBai, duty.fillRoster, plan(), key);
    const { shifts, thin } = await weeks(30);
    expect(thin).toEqual([]);
    expect(new Set(shifts.map(({ startsAt }) => startsAt)).size).toBe(shifts.length);
  });

  it('is planned by the secretary only, with people of this community only', async () => {
    expect(await community.call(staffZhao, duty.fillRoster, plan())).toMatchObject({ code: 'NOT_ALLOWED' });
    const foreign = { ...plan(), order: [otherStaff.personId] };
    expect(await community.call(secretaryBai, duty.fillRoster, foreign)).toMatchObject({
      code: 'STAFF_NOT_FOUND',
    });
  });

  it('takes a shift of any length, and nobody in two places at once', async () => {
    const extra = { startsAt: rosterEnd(), endsAt: rosterEnd() + 5 * HOUR, personIds: [staffQian.personId] };
    const added = await community.must(secretaryBai, duty.addShift, extra);
    expect(added.people.map(({ name }) => name)).toEqual(['钱进']);
    const again = { ...extra, startsAt: extra.startsAt + HOUR };
    expect(await community.call(secretaryBai, duty.addShift, again)).toMatchObject({ code: 'SHIFT_CLASH' });
    const tooShort = { ...extra, endsAt: extra.startsAt + 60_000 };
    expect(await community.call(secretaryBai, duty.addShift, tooShort)).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('does not let the secretary overwrite a shift that was changed meanwhile', async () => {
    const { shiftId, version, startsAt, endsAt } = await shiftAt(community.now() + DAY);
    const shift = { startsAt, endsAt, personIds: [staffQian.personId, secretaryBai.personId] };
    const changed = await community.must(secretaryBai, duty.changeShift, { shiftId, version, shift });
    expect(changed.people.map(({ name }) => name)).toEqual(['钱进', '白蕊']);
    expect(await community.call(secretaryBai, duty.changeShift, { shiftId, version, shift })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('shows an hour from which everybody was taken off, and gives it to the secretary', async () => {
    const { shiftId } = await shiftAt(community.now());
    await community.must(secretaryBai, duty.removeShift, { shiftId });
    const { thin } = await weeks();
    expect(thin[0]).toMatchObject({ startsAt: community.now(), peopleCount: 0 });
    const now = await community.must(auntieZhang, desk.getDuty, {});
    expect([now.now, now.secretary?.name]).toEqual([null, '白蕊']);
  });

  describe('when two colleagues swap', () => {
    beforeEach(() => community.must(secretaryBai, duty.fillRoster, plan()));

    it('changes nothing until the other consents; then both shifts change hands and the secretary sees it', async () => {
      const mine = await shiftAt(community.now());
      const theirs = await shiftAt(community.now() + DAY);
      expect(theirs.people.map(({ name }) => name)).toEqual(['白蕊', '赵敏']);
      const { shiftId } = mine;
      await community.must(staffQian, duty.askSwap, {
        shiftId,
        toPersonId: secretaryBai.personId,
        inReturnShiftId: theirs.shiftId,
      });
      expect((await shiftAt(community.now())).people.map(({ name }) => name)).toEqual(['赵敏', '钱进']);
      expect(await community.call(staffZhao, duty.answerSwap, { shiftId, isAccepted: true })).toMatchObject({
        code: 'MOVE_NOT_ALLOWED_FOR_ROLE',
      });
      await community.must(secretaryBai, duty.answerSwap, { shiftId, isAccepted: true });
      expect((await shiftAt(community.now())).people.map(({ name }) => name)).toEqual(['赵敏', '白蕊']);
      const returned = await shiftAt(community.now() + DAY);
      expect(returned.people.map(({ name }) => name)).toEqual(['钱进', '赵敏']);
      expect(await alertsOf(staffQian)).toEqual([expect.stringContaining('换班成功')]);
    });

    it('leaves everything as it was when the other declines', async () => {
      const { shiftId } = await shiftAt(community.now());
      const ask = { shiftId, toPersonId: secretaryBai.personId, inReturnShiftId: null };
      await community.must(staffQian, duty.askSwap, ask);
      expect(await community.call(staffZhao, duty.askSwap, ask)).toMatchObject({ code: 'SWAP_PENDING' });
      await community.must(secretaryBai, duty.answerSwap, { shiftId, isAccepted: false });
      expect((await shiftAt(community.now())).people.map(({ name }) => name)).toEqual(['赵敏', '钱进']);
      expect(await alertsOf(staffQian)).toEqual([expect.stringContaining('替不了')]);
    });

    it('finishes the exchange by the timer when the process dies between the two shifts', async () => {
      const mine = await shiftAt(community.now());
      const theirs = await shiftAt(community.now() + DAY);
      const { shiftId } = mine;
      await community.must(staffQian, duty.askSwap, {
        shiftId,
        toPersonId: secretaryBai.personId,
        inReturnShiftId: theirs.shiftId,
      });
      const key = freshKey();
      // caller, shift, those around it, secretary, shift again, the update, and then nothing more.
      community.faults.breakAt(7, 'before');
      await community.call(secretaryBai, duty.answerSwap, { shiftId, isAccepted: true }, key);
      community.faults.clear();
      await community.call(secretaryBai, duty.answerSwap, { shiftId, isAccepted: true }, key);
      await community.runTimer();
      const stored = community.database.collection<DutyShift>('duty_shifts');
      const names = async (id: string) => (await stored.get(id))?.people.map(({ name }) => name);
      expect([await names(shiftId), await names(theirs.shiftId)]).toEqual([
        ['赵敏', '白蕊'],
        ['钱进', '赵敏'],
      ]);
      expect((await alertsOf(staffQian)).filter((words) => words.includes('换班成功'))).toHaveLength(1);
    });
  });

  it('has somebody stepping in for a colleague who is ill, and the secretary hears of both', async () => {
    const { shiftId } = await shiftAt(community.now() + DAY);
    expect(
      await community.call(staffQian, duty.callOffShift, {
        shiftId,
        personId: staffZhao.personId,
        reason: 'sick',
      }),
    ).toMatchObject({ code: 'MOVE_NOT_ALLOWED_FOR_ROLE' });
    await community.must(staffZhao, duty.callOffShift, {
      shiftId,
      personId: staffZhao.personId,
      reason: 'sick',
    });
    expect((await weeks()).thin[0]).toMatchObject({ peopleCount: 1 });
    expect(await alertsOf(secretaryBai)).toEqual([expect.stringContaining('赵敏 病假')]);
    const covered = await community.must(staffQian, duty.coverShift, {
      shiftId,
      personId: staffQian.personId,
    });
    expect(covered.people.map(({ name }) => name)).toEqual(['白蕊', '钱进']);
    expect(
      await community.call(staffZhao, duty.coverShift, { shiftId, personId: staffZhao.personId }),
    ).toMatchObject({ code: 'NOBODY_ABSENT' });
    expect(await alertsOf(secretaryBai)).toHaveLength(2);
  });

  it('warns the secretary days ahead of hours nobody covers, once a day', async () => {
    await community.runTimer();
    await community.runTimer();
    const told = await alertsOf(secretaryBai);
    expect(told).toEqual([expect.stringContaining('没有人值班：11月23日')]);
    community.advance(DAY);
    await community.runTimer();
    expect((await alertsOf(secretaryBai)).filter((words) => words.startsWith('没有人值班'))).toHaveLength(2);
  });
});
