import { init } from '@cloudbase/node-sdk';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOUR } from '@domain/kernel/time';
import { enrol, getRoll, publishActivity } from '@domain/activities/activity.actions';
import { listQueue } from '@domain/desk/desk.actions';
import { answerNotice, draftNotice, getReach, publishNotice } from '@domain/notices/notice.actions';
import { createDatabase } from '@cloud/platform/database';
import { cast, type Actor } from '../support/cast';
import { nextKey, startCommunity, type Reply, type RunningCommunity } from '../support/running-community';
import { crowd } from '../support/running-community-crowd';

const PEOPLE = crowd(20);
const { staffZhao } = cast;

jest.setTimeout(120_000);

describe('the power fails in the middle of a tap, after any of its database operations', () => {
  let folder: string;
  let community: RunningCommunity;
  const start = () => startCommunity({ dataDir: folder, crowd: PEOPLE.length });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'huying-power-cut-'));
    community = await start();
  });
  afterAll(async () => {
    await community.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Has one person after the other do the same thing, the power failing one operation later each time, until the whole
   * tap fits before the cut. Everyone taps again with the same key after the restart. Returns who tapped.
   */
  async function untilItFits(tap: (person: Actor, key: string) => Promise<Reply>): Promise<Actor[]> {
    const tapped: Actor[] = [];
    for (const person of PEOPLE) {
      const key = nextKey();
      tapped.push(person);
      await community.signIn(person.openid);
      community.dieAfter(tapped.length);
      const first = await tap(person, key).catch(() => null);
      // What is left of the call may still hit the cut; if not, the next restart is an orderly one.
      if (first?.ok) await community.close();
      else await community.gone();
      community = await start();
      expect(await tap(person, key)).toMatchObject({ ok: true });
      if (first?.ok) return tapped;
    }
    throw new Error(`a tap took more than ${PEOPLE.length} database operations`);
  }

  it('keeps one enrolment for everyone who taps again', async () => {
    const now = Date.now();
    const { activityId } = await community.must(staffZhao, publishActivity, {
      title: '中秋茶艺',
      summary: '一起泡茶。',
      category: 'culture',
      place: '社区茶室',
      host: '社区居委会',
      startsAt: now + 48 * HOUR,
      endsAt: now + 50 * HOUR,
      enrolUntil: now + 24 * HOUR,
      seats: 2,
    });
    const tapped = await untilItFits((person, key) => community.call(person, enrol, { activityId }, key));

    const roll = await community.must(staffZhao, getRoll, { activityId });
    expect(roll.seats.map((seat) => seat.name).sort()).toEqual(tapped.map(({ name }) => name).sort());
    expect(roll.activity).toMatchObject({ seatsLeft: 0, waitingCount: tapped.length - 2 });
    expect(tapped.length).toBeGreaterThan(3);
  });

  it('opens one conversation for everyone who asked for help on a notice', async () => {
    const now = Date.now();
    const drafted = await community.must(staffZhao, draftNotice, {
      kind: 'water',
      level: 'yellow',
      title: '今晚施工停水',
      body: '主管道检修。',
      whatToDo: '请提前储水。',
      issuer: '社区居委会',
      startsAt: now,
      endsAt: now + 6 * HOUR,
      target: { kind: 'all' },
    });
    const { noticeId } = drafted.notice;
    await community.must(staffZhao, publishNotice, { noticeId });
    const given = { noticeId, revision: 1, answer: 'needsHelp', note: '家里有病人' } as const;
    const tapped = await untilItFits((person, key) => community.call(person, answerNotice, given, key));
    await community.runTimer();

    const { items } = await community.must(staffZhao, listQueue, { filter: 'waiting' });
    const helped = items.filter(({ link }) => link?.id === noticeId).map(({ asker }) => asker?.name);
    expect(helped.sort()).toEqual(tapped.map(({ name }) => name).sort());
    const reach = await community.must(staffZhao, getReach, { noticeId });
    expect(reach.total.needsHelpCount).toBe(tapped.length);
    const database = createDatabase(init(community.sdkInit).database());
    expect(await database.collection('answers').count({ noticeId })).toBe(tapped.length);
    expect(await database.collection('answers').count({ outboxDueAt: database.command.gt(0) })).toBe(0);
  });
});
