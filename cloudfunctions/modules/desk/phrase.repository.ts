import { PHRASE_LIMITS, type Phrase } from '@domain/desk/phrase.schema';
import type { Platform } from '@cloud/platform/platform';
import { createRecordStore, type RecordStore } from '@cloud/platform/record-store';

export type PhraseRepository = RecordStore<Phrase, 'PHRASE_NOT_FOUND'> & {
  kept(communityId: string): Promise<Phrase[]>;
};

export function phraseRepository({ database, relay }: Platform): PhraseRepository {
  const store = createRecordStore<Phrase, 'PHRASE_NOT_FOUND'>(database, 'phrases', 'PHRASE_NOT_FOUND', relay);
  return {
    ...store,
    // Two who add at once may pass the limit by one; the list still shows what is there.
    kept: (communityId) =>
      store.collection.find({ where: { communityId, status: 'kept' }, limit: PHRASE_LIMITS.keptMax * 2 }),
  };
}
