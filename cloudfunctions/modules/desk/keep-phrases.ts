import { err, ok } from '@domain/kernel/result';
import type * as actions from '@domain/desk/console.actions';
import * as rules from '@domain/desk/phrase.rules';
import type { Phrase, PhraseView } from '@domain/desk/phrase.schema';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import { isKeyReused, isReplay } from '@cloud/platform/record-store';
import type { PhraseRepository } from './phrase.repository';

const toPhraseView = (phrase: Phrase): PhraseView => ({
  phraseId: phrase._id,
  label: phrase.label,
  text: phrase.text,
  digit: phrase.digit,
  ownerName: phrase.owner.name,
  version: phrase.version,
});

/** Those with a digit first, in its order; then the oldest first, so that nothing jumps about. */
const inOrder = (a: Phrase, b: Phrase): number =>
  (a.digit ?? 10) - (b.digit ?? 10) || a.createdAt - b.createdAt || (a._id < b._id ? -1 : 1);

export const listPhrases =
  (phrases: PhraseRepository): Handler<typeof actions.listPhrases> =>
  async ({ person }) => {
    const kept = await phrases.kept(person.communityId);
    return ok({ items: [...kept].sort(inOrder).map(toPhraseView) });
  };

export const addPhrase =
  (phrases: PhraseRepository): Handler<typeof actions.addPhrase> =>
  async (caller, input) => {
    const { person, now } = caller;
    const kept = await phrases.kept(person.communityId);
    const added = rules.addPhrase(person, newIdFor(caller, 'phrase'), input, kept, now);
    if (!added.ok) return added;
    const stored = await phrases.insert(caller, added.value);
    return stored.ok ? ok(toPhraseView(stored.value)) : stored;
  };

/** The phrases a digit may collide with and the phrase itself come in one read. */
export const changePhrase =
  (phrases: PhraseRepository): Handler<typeof actions.changePhrase> =>
  async (caller, { phraseId, version, phrase: input }) => {
    const { person, now } = caller;
    const kept = await phrases.kept(person.communityId);
    const standing = kept.find(({ _id }) => _id === phraseId);
    if (!standing) return err('PHRASE_NOT_FOUND');
    if (isKeyReused(standing, caller)) return err('KEY_REUSED');
    if (isReplay(standing, caller)) return ok(toPhraseView(standing));
    if (standing.version !== version) return err('CONFLICT');
    const changed = rules.changePhrase(standing, person, input, kept, now);
    if (!changed.ok) return changed;
    const stored = await phrases.commit(caller, standing, changed.value);
    return stored ? ok(toPhraseView(stored)) : err('CONFLICT');
  };

export const removePhrase =
  (phrases: PhraseRepository): Handler<typeof actions.removePhrase> =>
  async (caller, { phraseId }) => {
    const moved = await phrases.move(caller, phraseId, (phrase) =>
      rules.removePhrase(phrase, caller.person, caller.now),
    );
    return moved.ok ? ok(toPhraseView(moved.value)) : moved;
  };
