import type { Audience } from '@domain/kernel/action';
import type { Actor } from './cast';
import { createPhone, openMiniProgram, type MiniProgram, type Phone } from './mini-program';
import { startCommunity, type RunningCommunity } from './running-community';

/**
 * A running community for the tests of one file, and mini-programs on people's phones in it. After each test every
 * open mini-program is closed and must have had nothing to complain about.
 */
export function liveHere(options: Parameters<typeof startCommunity>[0] = {}) {
  let running: RunningCommunity | null = null;
  const open: MiniProgram[] = [];
  const community = (): RunningCommunity => {
    if (!running) throw new Error('the community is not up yet');
    return running;
  };

  beforeAll(async () => {
    running = await startCommunity(options);
  });
  afterAll(() => running?.close());
  afterEach(async () => {
    const closing = open.splice(0);
    await Promise.all(closing.map((app) => app.close()));
    expect(closing.flatMap((app) => app.faults)).toEqual([]);
  });

  return {
    community,
    /** A phone in somebody's pocket; WeChat on it knows who they are. */
    phoneOf: (actor: Actor): Phone =>
      createPhone({
        callFunction: (name, data) => community().invoke(actor.openid, name as Audience, data),
        uploadFile: (cloudPath, bytes) => community().upload(actor.openid, cloudPath, bytes),
      }),
    async start(phone: Phone, at?: string): Promise<MiniProgram> {
      const app = await openMiniProgram(phone, at === undefined ? {} : { at });
      open.push(app);
      return app;
    },
    /** The person closes the mini-program; what the phone keeps stays. */
    async quit(app: MiniProgram): Promise<void> {
      open.splice(open.indexOf(app), 1);
      await app.close();
      expect(app.faults).toEqual([]);
    },
  };
}
