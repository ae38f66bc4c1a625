import { RELAPSES, THANKS } from '../data/recent-questions';
import type { Beat } from '../data/stories';
import type { Topic } from '../data/topic';
import type { Dice } from '../dice';

const LATE_REPLY = 0.07;
const TAKEN_FIRST = 0.5;
const SAYS_THANKS = 0.6;
const CONFIRMS = 0.8;
/** One conversation in so many comes back once before it is settled. */
const RELAPSE_EVERY = 19;

/** How an everyday question goes on: mostly an answer within minutes, now and then a visit or a second try. */
export function beatsFor(topic: Topic, index: number, dice: Dice): Beat[] {
  const [first = '', ...others] = topic.answers;
  return [
    ...firstReply(first, dice),
    ...others.map((words): Beat => ['desk', dice.between(4, 18), words]),
    ...askedMore(topic, dice),
    ...(topic.afterVisit ? [['desk', dice.between(60, 300), topic.afterVisit] satisfies Beat] : []),
    ...(dice.chance(SAYS_THANKS) ? [['asker', dice.between(2, 30), dice.pick(THANKS)] satisfies Beat] : []),
    ['resolve', dice.between(1, 20)],
    ...(index % RELAPSE_EVERY === 3 ? relapse(dice) : []),
    ...(dice.chance(CONFIRMS) ? [['confirm', dice.between(5, 900)] satisfies Beat] : []),
  ];
}

/** The desk goes and helps whoever answered a notice with "needs help". */
export const helpBeats: readonly Beat[] = [
  ['desk', 4, '看到您需要帮助了，别着急，我联系网格员，一会儿给您打电话约时间上门。'],
  ['asker', 12, '好的，谢谢你们'],
  ['desk', 190, '刚从您家出来，有什么再随时叫我们。'],
  ['resolve', 6],
  ['confirm', 45],
];

function firstReply(words: string, dice: Dice): Beat[] {
  const minutes = dice.chance(LATE_REPLY) ? dice.between(16, 48) : dice.between(2, 9);
  if (!dice.chance(TAKEN_FIRST)) return [['desk', minutes, words]];
  return [
    ['take', minutes - 1],
    ['desk', 1, words],
  ];
}

function askedMore({ more }: Topic, dice: Dice): Beat[] {
  if (!more) return [];
  return [
    ['asker', dice.between(2, 15), more.ask],
    ['desk', dice.between(1, 8), more.answer],
  ];
}

function relapse(dice: Dice): Beat[] {
  const { ask, answer } = dice.pick(RELAPSES);
  return [
    ['reopen', dice.between(60, 400)],
    ['asker', 1, ask],
    ['desk', dice.between(2, 9), answer],
    ['resolve', dice.between(90, 240)],
  ];
}
