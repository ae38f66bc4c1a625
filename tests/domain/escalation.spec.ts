import fc from 'fast-check';
import { DEFAULT_DESK_TIMES } from '@domain/desk/desk-times';
import { watchAt, type CoveringShift } from '@domain/desk/duty-coverage';
import { ownersOf, RUNGS, wake, type Company } from '@domain/desk/escalation.rules';
import { alarm, raised } from '@domain/desk/emergency.rules';
import { emergencyIn } from '@domain/desk/emergency';
import * as promises from '@domain/desk/promise.rules';
import { dueInWords, quickDues } from '@domain/desk/promise.schema';
import * as waiting from '@domain/desk/thread-waiting.rules';
import * as rules from '@domain/desk/thread.rules';
import type { Thread } from '@domain/desk/thread.schema';
import type { Result } from '@domain/kernel/result';
import { DAY, HOUR, MINUTE } from '@domain/kernel/time';
import { person } from '../support/people';

const at = (chinaTime: string): number => Date.parse(`${chinaTime}+08:00`);
/** 02:10 on National Day. */
const NIGHT = at('2026-10-01T02:10:00');
const CHANGE = at('2026-10-01T08:30:00');
const asker = person('auntieZhang');
const zhao = person('zhao', ['staff']);
const chief = { personId: 'bai', name: '白蕊', face: 'f01' };
const somebody = (id: string) => ({ personId: id, name: id, face: 'f01' });
const shift = (startsAt: number, people: readonly string[]): CoveringShift => ({
  startsAt,
  endsAt: startsAt + DAY,
  people: people.map(somebody),
});
const ROSTER = [
  shift(CHANGE - DAY, ['zhao', 'qian']),
  shift(CHANGE, ['sun', 'li']),
  shift(CHANGE + DAY, ['zhou', 'wu']),
];
const companyAt = (roster: readonly CoveringShift[], now: number): Company => ({
  ...watchAt(roster, now),
  secretary: chief,
});

const must = <E>(result: Result<Thread, E>): Thread => {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
};
const asked = (now = NIGHT): Thread =>
  rules.ask(
    asker,
    {
      id: 't1',
      messageId: 'm1',
      message: { text: '水管爆了' },
      faqShown: [],
      replyWithinMinutes: 10,
      link: null,
    },
    now,
  );

/** The relay's part: everything told so far, in order, and the outbox empty again. */
function played(thread: Thread, minutes: readonly number[], roster: readonly CoveringShift[] = ROSTER) {
  const told: { minute: number; personId: string; kind: string }[] = [];
  let current = thread;
  for (const minute of minutes) {
    const now = NIGHT + minute * MINUTE;
    const woken = wake(current, companyAt(roster, now), DEFAULT_DESK_TIMES, now);
    if (!woken) continue;
    for (const { payload } of woken.outbox) {
      told.push({ minute, personId: String(payload['personId']), kind: String(payload['kind']) });
    }
    current = { ...woken, outbox: [], outboxDueAt: null };
  }
  return { thread: current, told };
}
const everyMinute = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a question at ten past two on National Day that nobody answers', () => {
  it('reaches the first person, the other, the next pair and the secretary, each in their minute and once', () => {
    const { told, thread } = played(asked(), everyMinute(60));
    expect(told).toEqual([
      { minute: 0, personId: 'zhao', kind: 'ask' },
      { minute: 5, personId: 'qian', kind: 'escalation' },
      { minute: 10, personId: 'sun', kind: 'escalation' },
      { minute: 10, personId: 'li', kind: 'escalation' },
      { minute: 15, personId: 'bai', kind: 'escalation' },
    ]);
    const steps = thread.history.filter(({ move }) => move === 'escalate');
    expect(steps.map(({ note }) => note)).toEqual(['提醒zhao', '提醒qian', '提醒sun、li', '提醒白蕊']);
  });

  it('stops there as soon as somebody answers', () => {
    const { thread } = played(asked(), everyMinute(7));
    const answered = must(rules.reply(thread, zhao, 'm2', { text: '马上来' }, NIGHT + 7 * MINUTE));
    expect(answered.wakeAt).toBeNull();
    expect(played(answered, everyMinute(60)).told).toEqual([]);
  });

  it('is told at once to those who come on at the change of hands', () => {
    const { told } = played(asked(), everyMinute(24 * 60 + 400));
    const later = told.filter(({ minute }) => minute > 20).map(({ personId }) => personId);
    expect(later).toEqual(['zhou', 'wu']);
  });

  it('climbs every rung that was missed when the timer was down for an hour', () => {
    const { told } = played(asked(), [60]);
    expect(told.map(({ personId }) => personId)).toEqual(['zhao', 'qian', 'sun', 'li', 'bai']);
  });
});

describe('escalation, whatever the roster and whenever the timer runs', () => {
  const roster = fc.array(
    fc
      .record({
        from: fc.integer({ min: -30, max: 40 }),
        hours: fc.integer({ min: 1, max: 30 }),
        who: fc.uniqueArray(fc.constantFrom('zhao', 'qian', 'sun', 'li'), { maxLength: 2 }),
      })
      .map(({ from, hours, who }) => ({
        startsAt: NIGHT + from * HOUR,
        endsAt: NIGHT + (from + hours) * HOUR,
        people: who.map(somebody),
      })),
    { maxLength: 6 },
  );
  const turns = fc
    .uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 40 })
    .map((minutes) => [...minutes].sort((a, b) => a - b));

  it('tells nobody twice, and after the last rung has told whoever is on duty and the secretary', () => {
    fc.assert(
      fc.property(roster, turns, (shifts, minutes) => {
        const { told, thread } = played(asked(), minutes, shifts);
        const ids = told.map(({ personId }) => personId);
        expect(new Set(ids).size).toBe(ids.length);
        const last = Math.max(...minutes);
        if (last >= DEFAULT_DESK_TIMES.secretaryAfterMinutes) {
          const { onDuty } = companyAt(shifts, NIGHT + last * MINUTE);
          expect(ids).toContain('bai');
          if ((thread.ladder?.rung ?? 0) >= RUNGS.length && thread.updatedAt === NIGHT + last * MINUTE) {
            for (const { personId } of onDuty) expect(ids).toContain(personId);
          }
        }
        expect(thread.wakeAt).toBeGreaterThan(NIGHT + last * MINUTE);
      }),
    );
  });

  it('leaves nothing open without an owner at any hour', () => {
    fc.assert(
      fc.property(roster, fc.integer({ min: -40, max: 80 }), (shifts, hour) => {
        const owners = ownersOf(somebody('zhao'), companyAt(shifts, NIGHT + hour * HOUR));
        expect(owners.length).toBeGreaterThan(0);
      }),
    );
  });
});

it('gives a matter whose taker has gone home to the pair on duty now, and back to nobody else', () => {
  expect(ownersOf(somebody('zhao'), companyAt(ROSTER, NIGHT))).toEqual([somebody('zhao')]);
  expect(ownersOf(somebody('zhao'), companyAt(ROSTER, CHANGE)).map(({ personId }) => personId)).toEqual([
    'sun',
    'li',
  ]);
  expect(ownersOf(somebody('zhao'), companyAt([], NIGHT))).toEqual([chief]);
});

it('tells everybody on duty and the secretary of danger at once, and the next pair two minutes later', () => {
  const urgent = raised(asked(), asker, '我家厨房着火了', [], NIGHT);
  expect([urgent.isUrgent, urgent.outbox.map(({ effect }) => effect)]).toEqual([true, ['desk.alarm']]);
  const { thread, tellings } = alarm({ ...urgent, outbox: [] }, companyAt(ROSTER, NIGHT), NIGHT);
  expect(tellings.map(({ personId, isLoud }) => [personId, isLoud])).toEqual([
    ['zhao', true],
    ['qian', true],
    ['bai', true],
  ]);
  expect(played(thread, everyMinute(5)).told).toEqual([
    { minute: 2, personId: 'sun', kind: 'escalation' },
    { minute: 2, personId: 'li', kind: 'escalation' },
  ]);
});

it('hears danger in everyday words, and none where there is none', () => {
  const danger = {
    楼下着火了快来人: 'fire',
    厨房有股煤气味: 'gas',
    '我妈晕倒了，叫不醒': 'medical',
    孩子触电了: 'electric',
    湖边有小孩落水: 'water',
    我不想活了: 'life',
    我被困在电梯里: 'lift',
    困在电梯里了: 'lift',
  } as const;
  for (const [words, kind] of Object.entries(danger))
    expect([words, emergencyIn(words)]).toEqual([words, kind]);
  for (const words of [
    '灭火器过期了找谁',
    '电梯停运通知',
    '想办老年卡',
    '楼道灯坏了',
    '暖气不热',
    '燃气费怎么交',
  ]) {
    expect([words, emergencyIn(words)]).toEqual([words, null]);
  }
  expect(emergencyIn('奶奶不见了', [{ word: '奶奶不见', kind: 'crime' }])).toBe('crime');
});

describe('waiting for something', () => {
  const taken = () => must(rules.take(asked(), zhao, NIGHT + MINUTE));
  const parts = { reason: 'parts' as const, note: '阀门明天到货', until: NIGHT + 2 * DAY };

  it('stops the clock for a reason and until a date, and says so to both sides', () => {
    const paused = must(waiting.pause(taken(), zhao, parts, NIGHT + 2 * MINUTE));
    expect(paused.replyDueAt).toBeNull();
    expect(paused.wakeAt).toBe(parts.until);
    expect(paused.tail[paused.tail.length - 1]?.text).toContain('等配件（阀门明天到货）');
    expect(played(paused, everyMinute(120)).told).toEqual([]);
  });

  it('refuses a date that has passed or lies beyond a month', () => {
    for (const until of [NIGHT, NIGHT + 31 * DAY]) {
      const refused = waiting.pause(taken(), zhao, { ...parts, until }, NIGHT + MINUTE);
      expect(refused).toEqual({ ok: false, error: 'PAUSE_DATE_WRONG' });
    }
  });

  it('ends by itself on the date, and whoever is on duty then is told', () => {
    const paused = must(waiting.pause(taken(), zhao, { ...parts, until: CHANGE + HOUR }, NIGHT + 2 * MINUTE));
    const { thread, told } = played(paused, [(CHANGE + HOUR - NIGHT) / MINUTE]);
    expect(thread.pause).toBeNull();
    expect(thread.replyDueAt).toBe(CHANGE + HOUR + 10 * MINUTE);
    expect(told.map(({ kind, personId }) => [kind, personId])).toEqual([
      ['resume', 'sun'],
      ['resume', 'li'],
    ]);
  });

  it('ends when the resident writes', () => {
    const paused = must(waiting.pause(taken(), zhao, parts, NIGHT + 2 * MINUTE));
    const said = must(rules.say(paused, asker, 'm9', { text: '又漏了' }, NIGHT + HOUR));
    expect([said.pause, said.replyDueAt]).toEqual([null, NIGHT + HOUR + 10 * MINUTE]);
  });
});

describe('a promise', () => {
  const made = (dueAt: number) =>
    must(
      promises.makePromise(
        must(rules.reply(asked(), zhao, 'm2', { text: '明天一早师傅上门' }, NIGHT + MINUTE)),
        zhao,
        { promiseId: 'p1', words: '师傅上门', dueAt },
        NIGHT + MINUTE,
      ),
    );

  it('outlives the shift: an hour before and at its time, whoever is on duty then and its maker are reminded', () => {
    const dueAt = CHANGE + HOUR;
    const { told } = played(made(dueAt), [everyMinute(900)].flat());
    expect(told.map(({ minute, personId }) => [NIGHT + minute * MINUTE - dueAt, personId])).toEqual([
      [-HOUR, 'sun'],
      [-HOUR, 'li'],
      [-HOUR, 'zhao'],
      [0, 'sun'],
      [0, 'li'],
      [0, 'zhao'],
    ]);
  });

  it('is kept once, and a kept one reminds nobody', () => {
    const keep = { move: 'keep', note: '' } as const;
    const kept = must(promises.movePromise(made(CHANGE), zhao, 'p1', keep, NIGHT + HOUR));
    expect(kept.promises?.[0]).toMatchObject({ status: 'kept', endedAt: NIGHT + HOUR });
    expect([kept.promiseDueAt, kept.wakeAt]).toEqual([null, null]);
    const again = promises.movePromise(kept, zhao, 'p1', keep, NIGHT + 2 * HOUR);
    expect(again).toEqual({ ok: false, error: 'MOVE_NOT_ALLOWED_FROM_STATE' });
  });

  it('is never made by somebody outside the desk, nor for a time that has passed', () => {
    const thread = made(CHANGE);
    const promise = { promiseId: 'p2', words: '马上', dueAt: CHANGE };
    expect(promises.makePromise(thread, asker, promise, NIGHT)).toMatchObject({
      error: 'MOVE_NOT_ALLOWED_FOR_ROLE',
    });
    expect(promises.makePromise(thread, zhao, promise, CHANGE)).toMatchObject({
      error: 'PROMISE_TIME_WRONG',
    });
  });

  it('is heard in everyday words', () => {
    const noon = at('2026-11-22T12:00:00');
    const due = (words: string) => dueInWords(words, noon)?.words ?? null;
    expect(due('明天一早师傅上门')).toBe('明天一早');
    expect(due('今天下班前给您答复')).toBe('今天下班前');
    expect(due('明天下班前装好')).toBe('明天下班前');
    expect(due('三天内换新的')).toBe('三天内');
    expect(due('您好，请稍等')).toBeNull();
    expect(dueInWords('明天一早师傅上门', at('2026-11-22T02:16:00'))?.dueAt).toBe(at('2026-11-22T09:30:00'));
    expect(quickDues(at('2026-11-22T17:30:00')).map(({ id }) => id)).not.toContain('today');
  });
});
