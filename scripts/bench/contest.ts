import type { CloudBase } from '@cloudbase/node-sdk';
import { insist } from './measure';

const CONTENDERS = 64;
const ROUNDS = 50;

/**
 * 64 want the same document at once, for 50 documents: exactly one of them gets each.
 * @throws when a document was given to nobody or to two.
 */
export async function contest(
  database: ReturnType<CloudBase['database']>,
  documents: number,
): Promise<{ documents: number; contenders: number }> {
  const tasks = database.collection('tasks');
  for (let round = 0; round < ROUNDS; round += 1) {
    const _id = `t${(round * 7919) % documents}`;
    await tasks.doc(_id).update({ holder: '' });
    const outcomes = await Promise.all(
      Array.from({ length: CONTENDERS }, async (_, i) => {
        const { updated } = await tasks.where({ _id, holder: '' }).update({ holder: `contender${i}` });
        return updated === 1 ? [`contender${i}`] : [];
      }),
    );
    const winners = outcomes.flat();
    const { data } = await tasks.doc(_id).get();
    insist(winners.length === 1, `${_id} was given to ${winners.length} of ${CONTENDERS}`);
    insist(data[0]?.holder === winners[0], `${_id} is held by ${data[0]?.holder}, not by ${winners[0]}`);
  }
  return { documents: ROUNDS, contenders: CONTENDERS };
}
