import { replyInThread } from '@domain/desk/desk.actions';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import { cast } from './cast';
import { untilTrue, type MiniProgram, type Phone } from './mini-program';
import { createReader } from './mini-program-reader';
import type { RunningCommunity } from './running-community';
import { talkId } from './running-community-talks';

/** Of a talk with so many messages: bytes that crossed to the view, and nodes that were drawn. */
export type TalkFigures = {
  readonly messages: number;
  readonly newMessageBytes: number;
  readonly olderPageBytesMax: number;
  readonly slideBytesMax: number;
  readonly slides: number;
  readonly nodesMax: number;
  readonly nodesAtRest: number;
  readonly heightKept: boolean;
};

/** About what one flick of a thumb moves a talk. */
const FLICK = 420;

type Stage = {
  readonly community: RunningCommunity;
  readonly phone: Phone;
  readonly start: (phone: Phone, at: string) => Promise<MiniProgram>;
};

/**
 * Opens a talk in the compiled mini-program, receives a message, scrolls up through all of it and down again, and
 * counts what that costs.
 */
export async function measureTalk(messages: number, stage: Stage): Promise<TalkFigures> {
  const threadId = talkId(messages);
  const { community, phone } = stage;
  const app = await stage.start(phone, `pages/desk/thread/index?threadId=${threadId}`);
  const page = await app.arriveAt('pages/desk/thread');
  await page.read(`第${messages}句`);
  const reader = createReader(app, phone);
  const { crossings } = app.page();
  await lieStill(() => crossings.length);
  let nodesMax = page.nodeCount();

  /** The crossings from now until the talk lies still. */
  const crossingsOf = async (happen: () => void | Promise<unknown>): Promise<readonly number[]> => {
    const from = crossings.length;
    await happen();
    await lieStill(() => {
      nodesMax = Math.max(nodesMax, page.nodeCount());
      return crossings.length;
    });
    return crossings.slice(from).map(({ bytes }) => bytes);
  };

  const arrival = await crossingsOf(async () => {
    await community.must(cast.staffZhao, replyInThread, { threadId, message: { text: '刚去看过，修好了' } });
    await page.read('刚去看过，修好了');
  });

  const older: number[] = [];
  const slides: number[] = [];
  for (let left = Math.floor((messages - 1) / THREAD_LIMITS.chunkSize); left > 0; left -= 1) {
    const before = phone.calls('thread.older').length;
    const crossed = await crossingsOf(async () => {
      reader.goToStart();
      await untilTrue(
        () => phone.calls('thread.older').length > before,
        () => 'no older page was asked for',
      );
      await page.read(`第${(left - 1) * THREAD_LIMITS.chunkSize + 1}句`);
    });
    older.push(Math.max(...crossed));
    slides.push(...crossed.filter((bytes) => bytes < 300));
  }
  const height = reader.height();
  const seen: boolean[] = [];
  for (let gone = 0; gone < Math.min(height, 60 * FLICK); gone += FLICK) {
    slides.push(...(await crossingsOf(() => reader.goUp(-FLICK))));
    seen.push(reader.seesWords());
  }
  if (seen.includes(false))
    throw new Error(`nothing was drawn before the reader's eyes in ${messages} messages`);

  return {
    messages,
    newMessageBytes: arrival.reduce((sum, bytes) => sum + bytes, 0),
    olderPageBytesMax: Math.max(0, ...older),
    slideBytesMax: Math.max(0, ...slides),
    slides: slides.length,
    nodesMax,
    nodesAtRest: page.nodeCount(),
    heightKept: Math.abs(reader.height() - height) < 1,
  };
}

const STILL_MS = 260;

/** Waits until nothing has crossed for a while: the talk looks every 80 ms and takes steps of 16 ms. */
async function lieStill(count: () => number): Promise<void> {
  let known = count();
  let since = Date.now();
  await untilTrue(
    () => {
      const now = count();
      if (now !== known) since = Date.now();
      known = now;
      return Date.now() - since > STILL_MS;
    },
    () => 'the talk never lies still',
  );
}
