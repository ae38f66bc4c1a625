import fc from 'fast-check';
import { afterFiling, chunkToFile, unansweredByDesk } from '@domain/desk/thread-messages';
import * as rules from '@domain/desk/thread.rules';
import { THREAD_LIMITS, type Message, type Thread } from '@domain/desk/thread.schema';
import type { Result } from '@domain/kernel/result';
import { MINUTE } from '@domain/kernel/time';
import { person } from '../support/people';

const NOW = Date.UTC(2026, 10, 21, 18, 10);
const asker = person('auntieZhang');
const zhao = person('staffZhao', ['staff']);
const qian = person('staffQian', ['staff']);
const stranger = person('uncleLi');

const asked = (): Thread =>
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
    NOW,
  );

type Move = (thread: Thread, at: number) => Result<Thread, string>;
const moves: Readonly<Record<string, Move>> = {
  say: (thread, at) => rules.say(thread, asker, `m${at}`, { text: '补充' }, at),
  replyZhao: (thread, at) => rules.reply(thread, zhao, `m${at}`, { text: '收到' }, at),
  replyQian: (thread, at) => rules.reply(thread, qian, `m${at}`, { text: '我来' }, at),
  takeZhao: (thread, at) => rules.take(thread, zhao, at),
  takeOverQian: (thread, at) => rules.takeOver(thread, qian, at),
  handBack: (thread, at) => rules.handBack(thread, zhao, '交接', at),
  resolveZhao: (thread, at) => rules.resolve(thread, zhao, at),
  resolveQian: (thread, at) => rules.resolve(thread, qian, at),
  reopen: (thread, at) => rules.reopen(thread, asker, at),
  confirm: (thread, at) => rules.confirm(thread, asker, at),
};

describe('a conversation, whatever happens in it', () => {
  const plans = fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 120 });

  it('numbers its messages without gap or double, and files old ones without losing any', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        let thread = asked();
        const filed: Message[] = [];
        plan.forEach((name, index) => {
          const next = (moves[name] as Move)(thread, NOW + index + 1);
          if (next.ok) thread = next.value;
          const chunk = thread.outbox.length > 0 ? chunkToFile(thread, thread.filedChunkCount + 1) : null;
          if (!chunk) return;
          filed.push(...chunk);
          thread = { ...afterFiling(thread), outbox: [], outboxDueAt: null };
        });
        const all = [...filed, ...thread.tail];
        expect(all.map((message) => message.seq)).toEqual(all.map((_, index) => index + 1));
        expect(thread.messageCount).toBe(all.length);
        expect(thread.tail.length).toBeLessThanOrEqual(THREAD_LIMITS.tailMax + 1);
        expect(thread.filedChunkCount * THREAD_LIMITS.chunkSize).toBe(filed.length);
      }),
    );
  });

  it('owes an answer exactly while its asker waits for one', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        let thread = asked();
        plan.forEach((name, index) => {
          const next = (moves[name] as Move)(thread, NOW + index + 1);
          if (next.ok) thread = next.value;
        });
        if (['resolved', 'confirmed', 'closed', 'withdrawn'].includes(thread.status))
          expect(thread.replyDueAt).toBeNull();
        if (thread.status === 'waiting' && unansweredByDesk(thread) > 0)
          expect(thread.replyDueAt).not.toBeNull();
        expect((thread.taker === null) === ['waiting', 'withdrawn'].includes(thread.status)).toBe(true);
        expect(thread.version).toBeGreaterThanOrEqual(thread.history.length);
      }),
    );
  });
});

describe('the desk', () => {
  it('starts the clock of the first reply when somebody asks', () =>
    expect(asked().replyDueAt).toBe(NOW + 10 * MINUTE));

  it('is seen by the asker and staff, not by a neighbour', () => {
    expect([asker, zhao, stranger].map((who) => rules.maySee(asked(), who))).toEqual([true, true, false]);
    expect(rules.maySee(asked(), { ...zhao, communityId: 'c2' })).toBe(false);
  });

  it('never lets staff take their own question', () => {
    const own = rules.ask(
      zhao,
      {
        id: 't',
        messageId: 'm',
        message: { text: '我家也漏水' },
        faqShown: [],
        replyWithinMinutes: 10,
        link: null,
      },
      NOW,
    );
    expect(rules.take(own, zhao, NOW)).toEqual({ ok: false, error: 'MOVE_NOT_ALLOWED_FOR_ROLE' });
    expect(rules.threadMoves(own, zhao)).toEqual(['withdraw']);
  });

  it('offers only the moves that would be carried out', () => {
    expect(rules.threadMoves(asked(), zhao)).toEqual(['take', 'transfer', 'merge']);
    expect(rules.threadMoves(asked(), asker)).toEqual(['withdraw']);
    expect(rules.threadMoves(asked(), stranger)).toEqual([]);
  });
});
