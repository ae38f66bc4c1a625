import { err, ok, type Result } from '@domain/kernel/result';
import { needsRegister, placed } from '@domain/desk/message-place';
import { isFineVoice } from '@domain/desk/message-voice';
import type { MessageInput, MessageParts } from '@domain/desk/thread.schema';
import type { Community } from '@domain/people/people.schema';
import type { Caller } from '@cloud/platform/caller';
import type { Recordings } from '@cloud/platform/recordings';
import type { PeopleRepository } from '../people';

type PartsError = 'PLACE_UNKNOWN' | 'VOICE_NOT_USABLE';

/** Makes what came in with a message into what is kept. */
export type ToParts = (
  caller: Caller,
  message: MessageInput,
  known?: Promise<Community>,
) => Promise<Result<MessageParts, PartsError>>;

/**
 * Asks the register about a place and the storage about a recording. Words and pictures alone cost nothing; a building
 * costs one read of the register, unless the community is `known`.
 */
export const toParts =
  (people: PeopleRepository, recordings: Recordings): ToParts =>
  async ({ person }, { place, voice, ...rest }, known) => {
    const [community, heard] = await Promise.all([
      needsRegister(place) ? (known ?? people.community(person.communityId)) : null,
      voice ? recordings.hear(voice.fileId) : null,
    ]);
    if (voice && !(heard && isFineVoice(voice, heard))) return err('VOICE_NOT_USABLE');
    if (!place) return ok({ ...rest, voice });
    const found = placed(place, person.home, community?.buildings ?? []);
    return found.ok ? ok({ ...rest, voice, place: found.value }) : found;
  };
