import { replyInThread } from '@domain/desk/desk.actions';
import { tellStories } from '../support/browser-story';
import { cast } from '../support/cast';
import { RED_DOT } from '../support/running-community-pictures';
import { talkId } from '../support/running-community-talks';

const { auntieZhang, staffZhao } = cast;
const LENGTH = 500;
const threadId = talkId(LENGTH);
const THREAD = `pages/desk/thread/index?threadId=${threadId}`;
/** A line thinner than this is not seen to move. */
const SEEN_PX = 1.5;

jest.setTimeout(90_000);

describe('a talk of five hundred messages', () => {
  const { story, community, newPerson } = tellStories({ talks: [LENGTH] });

  const answer = async (text: string, photos: string[] = []) =>
    community().must(staffZhao, replyInThread, { threadId, message: { text, photos } });

  story('moves nothing under the reader’s eyes while older messages arrive above', async () => {
    const zhang = await newPerson(auntieZhang);
    await zhang.goTo(THREAD);
    await zhang.sees(`第${LENGTH}句`);
    for (let page = 1; page <= 8; page += 1) {
      const { moved, grown } = await zhang.page.evaluate(readUp);
      expect(grown).toBeGreaterThan(0);
      expect(moved).toBeLessThan(SEEN_PX);
    }
    await zhang.sees(`第${LENGTH - 9 * 20 + 1}句`);
    expect(await zhang.page.evaluate(drawnNodes)).toBeLessThanOrEqual(600);
  });

  story('counts what comes in meanwhile, and is said aloud', async () => {
    const zhang = await newPerson(auntieZhang);
    await zhang.goTo(THREAD);
    await zhang.sees(`第${LENGTH}句`);
    expect(await zhang.page.locator('[role="log"]').getAttribute('aria-live')).toBe('polite');
    await zhang.page.evaluate(readUp);
    const before = await zhang.page.evaluate(topOfFirstSeen);
    await answer('第一句新的');
    await zhang.canPress('有1条新消息，到最下面');
    const photo = await community().upload(staffZhao.openid, 'photos/the-lamp-is-repaired-now.png', RED_DOT);
    await answer('修好的样子', [photo]);
    await zhang.canPress('有2条新消息，到最下面');
    expect(await zhang.page.evaluate(topOfFirstSeen)).toEqual(before);

    await zhang.tap('有2条新消息，到最下面');
    await zhang.sees('修好的样子');
    await zhang.canPress('第1张照片，共1张');
    await zhang.seesPictures();
    expect(await zhang.page.evaluate(isAtEnd)).toBe(true);
    await answer('您再看看');
    await zhang.sees('您再看看');
    expect(await zhang.page.evaluate(isAtEnd)).toBe(true);
  });

  story('leads up to the first of many unread messages', async () => {
    for (let no = 1; no <= 9; no += 1) await answer(`没看过的第${no}条`);
    const zhang = await newPerson(auntieZhang);
    await zhang.goTo(THREAD);
    await zhang.sees('没看过的第9条');
    await zhang.tap('有9条新消息，到第一条');
    await zhang.page.waitForFunction(isMarkOnTop);
    await zhang.cannotPress(/到第一条/);
  });
});

/* What runs inside the page; each function is sent there as text. */

/** Scrolls to the top, and watches the line read there until older messages stand above it. */
async function readUp(): Promise<{ moved: number; grown: number }> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const box = document.querySelector('.hy-talk__scroll');
  if (!box) throw new Error('no talk is open');
  box.scrollTop = 60;
  const edge = box.getBoundingClientRect().top;
  const line = [...box.querySelectorAll('.hy-said')].find((said) => said.getBoundingClientRect().top > edge);
  if (!line) throw new Error('nothing is written there');
  const { top } = line.getBoundingClientRect();
  const height = box.scrollHeight;
  let moved = 0;
  const until = performance.now() + 8_000;
  for (let calm = 0; calm < 12 && performance.now() < until;) {
    await frame();
    moved = Math.max(moved, Math.abs(line.getBoundingClientRect().top - top));
    if (box.scrollHeight > height + 100) calm += 1;
  }
  return { moved, grown: box.scrollHeight - height };
}

function topOfFirstSeen(): string {
  const box = document.querySelector('.hy-talk__scroll');
  const edge = box?.getBoundingClientRect().top ?? 0;
  const line = [...document.querySelectorAll('.hy-said')].find(
    (said) => said.getBoundingClientRect().top > edge,
  );
  return `${line?.textContent ?? ''} ${Math.round((line?.getBoundingClientRect().top ?? 0) - edge)}`;
}

function isAtEnd(): boolean {
  const box = document.querySelector('.hy-talk__scroll');
  return box !== null && box.scrollHeight - box.scrollTop - box.clientHeight < 4;
}

function isMarkOnTop(): boolean {
  const box = document.querySelector('.hy-talk__scroll');
  const mark = document.querySelector('#unread-mark');
  if (!box || !mark) return false;
  return Math.abs(mark.getBoundingClientRect().top - box.getBoundingClientRect().top) < 20;
}

function drawnNodes(): number {
  return document.querySelectorAll('.hy-screen *').length;
}
