import path from 'node:path';
import { MINUTE } from '@domain/kernel/time';
import type { Actor } from './cast';
import { openPhones, type Person, type Phones } from './browser';
import type { PersonOptions } from './browser-person';
import { startCommunity, type RunningCommunity } from './running-community';

/** Where pictures of failed stories are put. */
const PICTURES = path.resolve(__dirname, '../../dist/journeys');

type StoryOptions = Parameters<typeof startCommunity>[0];

/**
 * The stage of one file's stories: a running community and a browser in which everyone has a phone of their own. After
 * each story all phones are taken back and must have had nothing to complain about.
 */
export function tellStories(options: StoryOptions = {}) {
  let running: RunningCommunity | undefined;
  let phones: Phones | undefined;
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the stage is not set yet');
    return thing;
  };

  beforeAll(async () => {
    running = await startCommunity(options);
    phones = await openPhones(running);
  });
  afterEach(() => phones?.collect());
  afterAll(async () => {
    await phones?.close();
    await running?.close();
  });

  return {
    /** A test whose failure tells what everyone saw last. */
    story: (title: string, run: () => Promise<void>) =>
      it(title, async () => {
        try {
          await run();
        } catch (error) {
          const seen = await there(phones).witness(
            path.join(PICTURES, title.slice(0, 40).replace(/\W+/g, '-')),
          );
          throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${seen}`);
        }
      }),
    /** So many minutes pass for everybody, and the minute's timer has run in each of them. */
    pass: async (minutes: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute += 1) {
        there(running).advance(MINUTE);
        await there(running).runTimer();
      }
      await there(phones).advance(minutes * MINUTE);
    },
    /** Hours pass for everybody, with one run of the timer at their end. */
    skip: async (ms: number): Promise<void> => {
      there(running).advance(ms);
      await there(running).runTimer();
      await there(phones).advance(ms);
    },
    community: (): RunningCommunity => there(running),
    newPerson: (actor: Actor, person: PersonOptions = {}): Promise<Person> =>
      there(phones).newPerson(actor, person),
  };
}
