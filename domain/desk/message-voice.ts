import * as z from 'zod/mini';

export const VOICE_LIMITS = {
  /** A recording ends by itself after so long. */
  maxSeconds: 60,
  minSeconds: 1,
  /** A minute of plain 16 kHz sound is 1.9 MB, of what phones make a quarter of one. */
  maxBytes: 2 * 1024 * 1024,
  /** No recording of ours takes more a second; a file that does is longer than it says. */
  maxBytesPerSecond: 40 * 1024,
} as const;

/** The storage id of a recording; like a picture's, nobody can guess its name. */
export const voiceIdSchema = z
  .string()
  .check(z.maxLength(200), z.regex(/^cloud:\/\/[\w.-]+\/voices\/[\w-]{24,64}\.(mp3|m4a|wav)$/));

export const voiceInput = z.object({
  fileId: voiceIdSchema,
  seconds: z.int().check(z.minimum(VOICE_LIMITS.minSeconds), z.maximum(VOICE_LIMITS.maxSeconds)),
});
/** A recording as a message keeps it. */
export type Voice = z.output<typeof voiceInput>;

export const voiceView = z.object({ url: z.string(), seconds: z.number() });
export type VoiceView = z.output<typeof voiceView>;

/** `12″`: the length of a recording. */
export const secondsWords = (seconds: number): string => `${seconds}″`;

/** What was found in the file itself, whatever it is called. `seconds` is null where its format does not tell. */
export type HeardFile = {
  readonly isSound: boolean;
  readonly bytes: number;
  readonly seconds: number | null;
};

/** Whether a stored file is the short recording it is said to be. */
export function isFineVoice({ seconds }: Pick<Voice, 'seconds'>, heard: HeardFile): boolean {
  const { maxBytes, maxBytesPerSecond, maxSeconds } = VOICE_LIMITS;
  return (
    heard.isSound &&
    heard.bytes <= maxBytes &&
    heard.bytes <= (seconds + 1) * maxBytesPerSecond &&
    (heard.seconds ?? 0) <= maxSeconds + 1
  );
}
