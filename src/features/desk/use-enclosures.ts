import { useState } from 'react';
import { useDraft } from '@/services/drafts';
import { toast } from '@/services/feedback';
import type { Recorded } from '@/services/recorder';
import { uploadVoice, VOICE_FAULT_WORDS } from '@/services/voices';
import type { Enclosed } from './outgoing';

export type EnclosedPlace = NonNullable<Enclosed['place']>;
/** A recording in the box; `fileId` is there once it was sent. */
export type EnclosedVoice = Recorded & { readonly fileId: string | null };
export type Enclosures = ReturnType<typeof useEnclosures>;

/**
 * A place and a recording on their way to going along with a message. A place survives leaving; a recording is on this
 * phone until it is sent, as a picture is.
 */
export function useEnclosures(draftName: string) {
  const place = useDraft<EnclosedPlace | null>(`${draftName}.place`, null);
  const [voice, setVoice] = useState<EnclosedVoice | null>(null);

  const voiceSent = async (recorded: EnclosedVoice): Promise<Required<Enclosed>['voice'] | null> => {
    const { localPath: url, seconds } = recorded;
    if (recorded.fileId !== null) return { fileId: recorded.fileId, seconds, url };
    const stored = await uploadVoice(url);
    if (!stored.ok) {
      toast(VOICE_FAULT_WORDS[stored.error]);
      return null;
    }
    setVoice({ ...recorded, fileId: stored.value });
    return { fileId: stored.value, seconds, url };
  };

  return {
    place: place.value,
    setPlace: (next: EnclosedPlace | null) => (next ? place.set(next) : place.clear()),
    voice,
    setVoice: (next: Recorded | null) => setVoice(next && { ...next, fileId: null }),
    count: (place.value ? 1 : 0) + (voice ? 1 : 0),
    async finish(): Promise<Enclosed | null> {
      const where = place.value ? { place: place.value } : {};
      if (!voice) return where;
      const sent = await voiceSent(voice);
      return sent && { ...where, voice: sent };
    },
    clear() {
      place.clear();
      setVoice(null);
    },
    /** Whatever has been enclosed since stays. */
    restore(unsent: Enclosed) {
      if (unsent.place && !place.value) place.set(unsent.place);
      if (!unsent.voice || voice) return;
      const { fileId, seconds, url } = unsent.voice;
      setVoice({ localPath: url, seconds, fileId });
    },
  };
}
