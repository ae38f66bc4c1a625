import { writeFileSync } from 'node:fs';
import { cast } from '../support/cast';
import { liveHere } from '../support/mini-program-neighbourhood';
import { measureTalk, type TalkFigures } from '../support/talk-measurements';

/** `npm run bench:setdata` measures the longest talk too and keeps the figures. */
const LENGTHS = (process.env['TALK_LENGTHS'] ?? '20,260').split(',').map(Number);
const KEEP_IN = process.env['TALK_FIGURES'];

jest.setTimeout(600_000);

describe('a long talk in the compiled mini-program', () => {
  const { community, phoneOf, start } = liveHere({ talks: LENGTHS });
  const figures: TalkFigures[] = [];
  afterAll(() => KEEP_IN && writeFileSync(KEEP_IN, JSON.stringify(figures)));

  it.each(LENGTHS)('costs an old phone no more at %i messages than at twenty', async (messages) => {
    const phone = phoneOf(cast.auntieZhang);
    const talk = await measureTalk(messages, { community: community(), phone, start });
    figures.push(talk);
    console.info(JSON.stringify(talk));
    expect(talk.newMessageBytes).toBeLessThanOrEqual(650);
    expect(talk.olderPageBytesMax).toBeLessThanOrEqual(11 * 1024);
    expect(talk.slideBytesMax).toBeLessThanOrEqual(150);
    expect(talk.nodesMax).toBeLessThanOrEqual(600);
    expect(talk.heightKept).toBe(true);
  });
});
