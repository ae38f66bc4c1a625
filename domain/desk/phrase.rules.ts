import type { Person } from '../kernel/person';
import { actorOf, newRecord } from '../kernel/record';
import { err, ok, type Result } from '../kernel/result';
import { isStaff } from '../kernel/roles';
import { step, type MoveError } from '../kernel/workflow';
import { PHRASE_LIMITS, type Phrase, type PhraseInput } from './phrase.schema';
import { phraseWorkflow } from './phrase.workflow';

/** The relations a person has to a phrase: those who answer the desk keep it. */
const rolesOn = (person: Person): string[] => (isStaff(person) ? ['staff'] : []);

/** A digit puts one phrase into the box, so no two have the same. */
const isDigitTaken = (kept: readonly Phrase[], phraseId: string, digit: number | null): boolean =>
  digit !== null && kept.some((other) => other._id !== phraseId && other.digit === digit);

/** A new phrase beside those the community keeps. */
export function addPhrase(
  by: Person,
  id: string,
  input: PhraseInput,
  kept: readonly Phrase[],
  now: number,
): Result<Phrase, 'DIGIT_TAKEN' | 'TOO_MANY_PHRASES'> {
  const others = kept.filter((phrase) => phrase._id !== id);
  if (others.length >= PHRASE_LIMITS.keptMax) return err('TOO_MANY_PHRASES');
  if (isDigitTaken(others, id, input.digit)) return err('DIGIT_TAKEN');
  const base = newRecord({ id, communityId: by.communityId, by, now, status: 'kept', move: 'add' });
  return ok({ ...base, ...input, status: 'kept', owner: actorOf(by) });
}

export function changePhrase(
  phrase: Phrase,
  by: Person,
  input: PhraseInput,
  kept: readonly Phrase[],
  now: number,
): Result<Phrase, MoveError | 'DIGIT_TAKEN'> {
  const moved = step(phraseWorkflow, phrase, 'change', { actor: by, relations: rolesOn(by), now });
  if (!moved.ok) return moved;
  if (isDigitTaken(kept, phrase._id, input.digit)) return err('DIGIT_TAKEN');
  return ok({ ...phrase, ...moved.value, ...input });
}

/** A removed phrase gives its digit back. */
export function removePhrase(phrase: Phrase, by: Person, now: number): Result<Phrase, MoveError> {
  const moved = step(phraseWorkflow, phrase, 'remove', { actor: by, relations: rolesOn(by), now });
  return moved.ok ? ok({ ...phrase, ...moved.value, digit: null }) : moved;
}
