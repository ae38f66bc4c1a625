import { createHash } from 'node:crypto';
import { countersOf } from '@domain/activities/activity.rules';
import { activityInput } from '@domain/activities/activity.schema';
import { activityWorkflow } from '@domain/activities/activity.workflow';
import { dutyWorkflow } from '@domain/desk/duty.workflow';
import { handoverWorkflow } from '@domain/desk/handover.workflow';
import { unreadForAsker } from '@domain/desk/thread-messages';
import { THREAD_LIMITS, type Thread } from '@domain/desk/thread.schema';
import { faqHelpWorkflow, faqWorkflow } from '@domain/desk/faq.workflow';
import { publicQuestionWorkflow } from '@domain/desk/public-question.workflow';
import { threadWorkflow } from '@domain/desk/thread.workflow';
import { keysOfHome } from '@domain/kernel/audience';
import { idSchema } from '@domain/kernel/input';
import type { HistoryEntry, RecordBase } from '@domain/kernel/record';
import type { Workflow } from '@domain/kernel/workflow';
import { NOTICE_LIMITS, noticeInput } from '@domain/notices/notice.schema';
import { answerWorkflow, noticeWorkflow } from '@domain/notices/notice.workflow';
import { bindingWorkflow } from '@domain/people/binding.workflow';
import { mentionsCash } from '@domain/wishes/wish.rules';
import { WISH_LIMITS, wishContactView, wishReviewInput } from '@domain/wishes/wish.schema';
import { wishWorkflow } from '@domain/wishes/wish.workflow';
import { buildDemoCommunity } from '../../scripts/seed/demo-community';

const seed = buildDemoCommunity({
  now: Date.parse('2026-11-22T19:40:00+08:00'),
  seal: (plain) => plain,
  personIdOf: (openid) => `p${createHash('sha256').update(openid).digest('hex').slice(0, 20)}`,
});
const personNamed = (name: string) => seed.persons.find((person) => person.name === name);

type MovedRecord = RecordBase & { readonly status: string };
const moved: readonly (readonly [string, Workflow, readonly MovedRecord[]])[] = [
  ['person', bindingWorkflow, seed.persons],
  ['conversation', threadWorkflow, seed.threads],
  ['duty shift', dutyWorkflow, seed.duty_shifts],
  ['hand-over sheet', handoverWorkflow, seed.handovers],
  ['wish', wishWorkflow, seed.wishes],
  ['activity', activityWorkflow, seed.activities],
  ['notice', noticeWorkflow, seed.notices],
  ['answer', answerWorkflow, seed.answers],
  ['entry of the FAQ', faqWorkflow, seed.faq_entries],
  ['help', faqHelpWorkflow, seed.faq_helps],
  ['public question', publicQuestionWorkflow, seed.public_questions],
];

/** Retells a record by its history: which state its moves lead to, or the entry that cannot have happened. */
function retold(workflow: Workflow, { history }: RecordBase): string {
  const [birth, ...later] = history;
  const moves = later.filter(({ move }) => move in workflow.transitions);
  return moves.reduce((state, entry) => afterEntry(workflow, state, entry), birth?.to ?? 'never created');
}

function afterEntry(workflow: Workflow, state: string, { move, from, to }: HistoryEntry): string {
  const transition = workflow.transitions[move];
  const isTrue = from === state && transition?.from.includes(state) && transition.to === to;
  return isTrue ? to : `${move} from ${state}`;
}

describe.each(moved)('every %s of the demo', (_name, workflow, records) => {
  it('stands where its own history leads, by moves that its workflow has', () => {
    const wrong = records.filter((record) => retold(workflow, record) !== record.status);
    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it('leaves nothing for the relay to carry out, and can be named by a client', () => {
    expect(records.every(({ outbox, outboxDueAt }) => outbox.length === 0 && outboxDueAt === null)).toBe(
      true,
    );
    expect(records.filter(({ _id }) => !idSchema.safeParse(_id).success)).toEqual([]);
    expect(new Set(records.map(({ _id }) => _id)).size).toBe(records.length);
  });

  it('tells its history in the order in which it happened', () => {
    const isInOrder = ({ createdAt, history }: RecordBase) =>
      history.every((entry, index) => entry.at >= (history[index - 1]?.at ?? createdAt));
    expect(records.filter((record) => !isInOrder(record)).map(({ _id }) => _id)).toEqual([]);
  });
});

describe('the wish wall of the demo', () => {
  const wall = seed.wishes.filter(({ status }) => status !== 'submitted');

  it('shows wishes in every state', () => {
    expect(new Set(seed.wishes.map(({ status }) => status))).toEqual(
      new Set(Object.keys(wishWorkflow.states)),
    );
    expect(seed.wishes.length).toBeGreaterThanOrEqual(28);
  });

  it('names nobody who wished, and asks for no money', () => {
    for (const { title, detail, sealedContact } of wall) {
      const { name } = wishContactView.parse(JSON.parse(sealedContact));
      expect(`${title}${detail}`).not.toContain(name);
      expect(mentionsCash(title, detail)).toBe(false);
      expect(wishReviewInput.safeParse({ title, detail }).success).toBe(true);
    }
  });

  it('gives nobody more than they may hold', () => {
    const holders = seed.wishes.flatMap((wish) => (wish.status === 'claimed' ? [wish.claimer.personId] : []));
    const most = Math.max(...holders.map((id) => holders.filter((other) => other === id).length));
    expect(most).toBeLessThanOrEqual(WISH_LIMITS.openClaimsPerPerson);
  });
});

describe('the activities of the demo', () => {
  it('never give out more seats than there are, and count them rightly', () => {
    for (const { title, seats, seatsLeft, waitingCount, roll } of seed.activities) {
      expect({ title, ...countersOf(seats, roll) }).toEqual({ title, seatsLeft, waitingCount });
      expect(seatsLeft).toBeGreaterThanOrEqual(0);
      expect(waitingCount > 0 && seatsLeft > 0).toBe(false);
      expect(new Set(roll.map(({ personId }) => personId)).size).toBe(roll.length);
    }
  });

  it('include one with a queue, one with exactly one seat left, and past ones with people checked in', () => {
    const open = seed.activities.filter(({ status }) => status === 'published');
    expect(open.filter(({ waitingCount }) => waitingCount > 0)).toHaveLength(1);
    expect(open.filter(({ seatsLeft }) => seatsLeft === 1)).toHaveLength(1);
    const past = seed.activities.filter(({ status }) => status === 'finished');
    expect(past.every(({ roll }) => roll.some((seat) => seat.status === 'attended'))).toBe(true);
  });

  it('could have been written in the form', () => {
    expect(seed.activities.filter((activity) => !activityInput.safeParse(activity).success)).toEqual([]);
  });
});

describe('the safety notices of the demo', () => {
  const noticeOf = (id: string) => seed.notices.find(({ _id }) => _id === id);

  it('could have been written in the form', () => {
    expect(seed.notices.filter((notice) => !noticeInput.safeParse(notice).success)).toEqual([]);
  });

  it('include one for some buildings and one for all, a draft, and a cancelled one', () => {
    const active = seed.notices.filter(({ status }) => status === 'published');
    expect(active.map(({ target }) => target.kind).sort()).toEqual(['all', 'places']);
    const others = seed.notices.map(({ status }) => status);
    expect(others).toEqual(expect.arrayContaining(['draft', 'cancelled', 'ended']));
  });

  it('are answered by homes they are for, and by nobody twice', () => {
    const homes = new Map(seed.persons.map(({ _id, home }) => [_id, home]));
    for (const { noticeId, personId, note, revision } of seed.answers) {
      const notice = noticeOf(noticeId);
      expect(revision).toBeLessThanOrEqual(notice?.revision ?? 0);
      expect(note.length).toBeLessThanOrEqual(NOTICE_LIMITS.noteMax);
      if (personId === null) continue;
      const keys = keysOfHome(homes.get(personId) ?? null);
      expect(notice?.targetKeys.some((key) => keys.includes(key))).toBe(true);
    }
  });

  it('have a conversation at the desk for everyone on the app who needs help', () => {
    const calls = seed.answers.filter(({ status, personId }) => status === 'needsHelp' && personId !== null);
    const opened = seed.threads.filter(({ link }) => link?.area === 'notices');
    expect(calls.length).toBeGreaterThan(3);
    expect(opened.map(({ askerId }) => askerId).sort()).toEqual(calls.map(({ personId }) => personId).sort());
  });
});

describe('the conversations of the demo', () => {
  const messagesOf = (thread: Thread) => [
    ...seed.message_chunks
      .filter(({ threadId }) => threadId === thread._id)
      .flatMap(({ messages }) => messages),
    ...thread.tail,
  ];

  it('are about a hundred and twenty, some of them open now', () => {
    expect(seed.threads.length).toBeGreaterThanOrEqual(110);
    expect(seed.threads.filter(({ status }) => status === 'waiting').length).toBeGreaterThan(0);
    expect(seed.threads.filter(({ status }) => status === 'taken').length).toBeGreaterThan(3);
  });

  it('have all their messages, in order, each within the limit', () => {
    for (const thread of seed.threads) {
      const messages = messagesOf(thread);
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
      expect(messages).toHaveLength(thread.messageCount);
      expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length);
      expect(messages.every(({ text }) => text.length <= THREAD_LIMITS.textMax)).toBe(true);
      expect(thread.tail.length).toBeLessThan(THREAD_LIMITS.tailMax);
    }
  });

  it('include the long one about the dog, filed in chunks and waiting for 张女士 to confirm', () => {
    const dog = seed.threads.find(({ askerId }) => askerId === personNamed('张慧敏')?._id);
    expect(dog?.status).toBe('resolved');
    expect(dog?.messageCount).toBeGreaterThanOrEqual(60);
    const chunks = seed.message_chunks.filter(({ threadId }) => threadId === dog?._id);
    expect(chunks.map(({ chunkNo, messages }) => [chunkNo, messages.length])).toEqual([
      [1, THREAD_LIMITS.chunkSize],
      [2, THREAD_LIMITS.chunkSize],
    ]);
    expect(dog && unreadForAsker(dog)).toBeGreaterThan(0);
  });

  it('suggest only answers that exist', () => {
    const known = new Set(seed.faq_entries.map(({ _id }) => _id));
    expect(seed.threads.flatMap(({ faqShown }) => faqShown).filter((faqId) => !known.has(faqId))).toEqual([]);
  });
});
