import type { Person } from '@domain/kernel/person';
import { MINUTE } from '@domain/kernel/time';
import { makePromise } from '@domain/desk/promise.rules';
import { pause as pauseThread } from '@domain/desk/thread-waiting.rules';
import type { MessageChunk, Thread } from '@domain/desk/thread.schema';
import { allowed } from '../outcome';
import { instantOf } from '../clock';
import { TAKEN_QUESTIONS, WAITING_QUESTIONS, WITHDRAWN_QUESTIONS } from '../data/recent-questions';
import { STORIES } from '../data/stories';
import { STORY_OF_THE_DOG } from '../data/story-of-the-dog';
import { TOPICS_ESTATE } from '../data/topics-estate';
import { TOPICS_HOME } from '../data/topics-home';
import { TOPICS_SERVICES } from '../data/topics-services';
import { diceFor, type Dice } from '../dice';
import { converse, type Conversation, type Opening } from './conversation';
import { beatsFor, helpBeats } from './conversation-beats';
import type { DeskStaff } from './desk-staff';
import type { HelpCall } from './notice-answers';
import type { People } from './people';

/** The last thirty days at the desk. Nights are there too: the first on the list is ten past two. */
const HOURS: readonly number[] = [
  2, 0, 1, 3, 5, 6, 7, 7, 8, 8, 8, 9, 9, 10, 11, 12, 12, 13, 15, 16, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21,
  22, 23,
];
const DAYS_BACK = 29;
/** A question of today was asked at least so long ago that the desk has had time for it. */
const SETTLES_WITHIN = 8 * 60 * MINUTE;

export type Desk = { readonly threads: readonly Thread[]; readonly chunks: readonly MessageChunk[] };

export function buildThreads(
  now: number,
  staff: DeskStaff,
  people: People,
  helpCalls: readonly HelpCall[],
): Desk {
  const dice = diceFor('threads');
  const askers = askersOf(people, dice);
  const conversations = [
    ...everydayQuestions(now, staff, askers, dice),
    ...STORIES.map((story) => toldStory(story, now, staff, people)),
    toldStory(STORY_OF_THE_DOG, now, staff, people),
    ...helpCalls.map((call) => helped(call, now, staff)),
    ...openQuestions(now, staff, askers),
  ];
  return {
    threads: conversations.map(({ thread }) => thread),
    chunks: conversations.flatMap(({ chunks }) => chunks),
  };
}

/** Neighbours of long standing, each asking once. */
function askersOf(people: People, dice: Dice): () => Person {
  const longest = people.neighbours
    .filter(({ part }) => part === 'family')
    .sort((a, b) => a.boundAt - b.boundAt);
  const queue = dice.shuffle(longest.slice(0, longest.length / 2)).map(({ person }) => person);
  return () => {
    const next = queue.shift();
    if (!next) throw new Error('demo community: nobody is left to ask');
    return next;
  };
}

function everydayQuestions(now: number, staff: DeskStaff, asker: () => Person, dice: Dice): Conversation[] {
  const asked = [...TOPICS_HOME, ...TOPICS_ESTATE, ...TOPICS_SERVICES].flatMap((topic) =>
    topic.openings.map((words) => ({ topic, words })),
  );
  return dice.shuffle(asked).map(({ topic, words }, index) => {
    const faqShown = topic.faq ? [`faq-${topic.faq}`] : [];
    const opening: Opening = {
      id: `thread-${String(index + 1).padStart(3, '0')}`,
      asker: asker(),
      words,
      at: askedAt(now, index, dice),
      faqShown,
    };
    return converse(opening, beatsFor(topic, index, dice), staff, now);
  });
}

/** Spread over the days and hours, and never so late that the answer lies in the future. */
function askedAt(now: number, index: number, dice: Dice): number {
  const days = -(index % (DAYS_BACK + 1));
  const hour = HOURS[(index * 7) % HOURS.length] ?? 9;
  const at = instantOf(now, { days, hour, minute: dice.between(0, 59) });
  return at < now - SETTLES_WITHIN
    ? at
    : instantOf(now, { days: days - 1, hour, minute: dice.between(0, 59) });
}

function toldStory(
  story: (typeof STORIES)[number],
  now: number,
  staff: DeskStaff,
  people: People,
): Conversation {
  const { id, asker, opening: words, beats } = story;
  const at = instantOf(now, story);
  return converse({ id, asker: people.named(asker).person, words, at }, beats, staff, now);
}

const helped = (call: HelpCall, now: number, staff: DeskStaff): Conversation =>
  converse(
    {
      id: call.threadId,
      messageId: call.messageId,
      asker: call.asker,
      words: call.words,
      at: call.at,
      link: { area: 'notices', id: call.noticeId },
    },
    helpBeats,
    staff,
    now,
  );

type Running = Pick<(typeof TAKEN_QUESTIONS)[number], 'promise' | 'pause'>;

/** What the desk promised right after its answer, or waits for since. */
function withRunning(
  thread: Thread,
  { promise, pause }: Running,
  staff: DeskStaff,
  at: number,
  now: number,
): Thread {
  const taker = staff.onDutyAt(at).find(({ personId }) => personId === thread.taker?.personId);
  if (!taker) return thread;
  if (pause) {
    const until = instantOf(now, { days: pause.days, hour: 9 });
    return allowed(pauseThread(thread, taker, { ...pause, until }, at), `${thread._id}: pause`);
  }
  const dueAt = promise ? instantOf(now, { days: promise.days, hour: promise.hour }) : 0;
  if (!promise || dueAt <= at) return thread;
  const made = { promiseId: `${thread._id}-p1`, words: promise.words, dueAt };
  return allowed(makePromise(thread, taker, made, at), `${thread._id}: promise`);
}

/** What is still open at the desk now, and what was taken back. */
function openQuestions(now: number, staff: DeskStaff, asker: () => Person): Conversation[] {
  const waiting = WAITING_QUESTIONS.map(({ minutesAgo, words }, index) =>
    converse(
      { id: `thread-waiting-${index + 1}`, asker: asker(), words, at: now - minutesAgo * MINUTE },
      [],
      staff,
      now,
    ),
  );
  const taken = TAKEN_QUESTIONS.map(({ minutesAgo, words, answer, said, ...running }, index) => {
    const at = now - minutesAgo * MINUTE;
    const talk = converse(
      { id: `thread-taken-${index + 1}`, asker: asker(), words, at },
      [['take', 2], ['desk', 3, answer], ...(said ? ([['asker', 20, said]] as const) : [])],
      staff,
      now,
    );
    return { ...talk, thread: withRunning(talk.thread, running, staff, at + 6 * MINUTE, now) };
  });
  const withdrawn = WITHDRAWN_QUESTIONS.map((words, index) =>
    converse(
      {
        id: `thread-withdrawn-${index + 1}`,
        asker: asker(),
        words,
        at: instantOf(now, { days: -4 - 6 * index, hour: 19, minute: 14 + index }),
      },
      [['withdraw', 4]],
      staff,
      now,
    ),
  );
  return [...waiting, ...taken, ...withdrawn];
}
