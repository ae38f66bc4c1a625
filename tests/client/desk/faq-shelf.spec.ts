import type { FaqLead, FaqView } from '@domain/desk/faq.schema';
import { faqKeptUnder } from '@/features/desk/faq-kept';
import { createFaqShelf, fittingFrom } from '@/features/desk/faq-shelf';
import { phone } from '../../support/taro';

const lead = (faqId: string, question: string, changed: Partial<FaqLead> = {}): FaqLead => ({
  faqId,
  question,
  keywords: [],
  reviewOn: '2027-06-01',
  helpedCount: 0,
  ...changed,
});
const HEATING = lead('heating', '暖气不热怎么办？', { keywords: ['暖气片冰凉'] });
const DOGS = lead('dogs', '狗证在哪里办？');
const answer = ({ faqId, question, keywords, reviewOn, helpedCount }: FaqLead): FaqView => ({
  faqId,
  question,
  keywords,
  reviewOn,
  helpedCount,
  answer: `${question}的回答`,
  owner: '赵敏',
  source: '社区',
});

/** A cloud that holds pages of changes and can be out of reach. */
function cloudWith(pages: FaqLead[][], gone: string[] = []) {
  const asked: string[] = [];
  const state = { isLost: false };
  return {
    asked,
    state,
    changes: async (since: string) => {
      if (state.isLost) return null;
      asked.push(`changes ${since}`);
      const at = since === '' ? 0 : Number(since.split('.')[0]);
      const items = pages[at] ?? [];
      return { items, gone, cursor: `${Math.min(at + 1, pages.length)}.x`, hasMore: at + 1 < pages.length };
    },
    answers: async (faqIds: readonly string[]) => {
      if (state.isLost) return null;
      asked.push(`answers ${faqIds.length}`);
      return pages
        .flat()
        .filter(({ faqId }) => faqIds.includes(faqId))
        .map(answer);
    },
  };
}
const now = (next: () => void) => next();
let people = 0;
const shelfOf = (cloud: ReturnType<typeof cloudWith>, name = `neighbour-${(people += 1)}`) => ({
  name,
  shelf: createFaqShelf(faqKeptUnder(name), cloud, now),
});
const found = (shelf: ReturnType<typeof createFaqShelf>, text: string, today = '2026-11-22') =>
  fittingFrom(shelf.stand(), text, today).map(({ faqId }) => faqId);

it('fetches page after page once, and then finds without asking again', async () => {
  const cloud = cloudWith([[HEATING], [DOGS]]);
  const { shelf } = shelfOf(cloud);
  await shelf.refresh();
  expect(found(shelf, '家里暖气一点不热')).toEqual(['heating']);
  expect(found(shelf, '狗正在哪办')).toEqual(['dogs']);
  expect(cloud.asked).toEqual(['changes ', 'changes 1.x', 'answers 2']);
});

it('serves questions and answers without the network after a restart', async () => {
  const cloud = cloudWith([[HEATING, DOGS]]);
  const { shelf, name } = shelfOf(cloud);
  await shelf.refresh();
  cloud.state.isLost = true;
  const restarted = createFaqShelf(faqKeptUnder(name), cloud, now);
  await restarted.refresh();
  expect(found(restarted, '暖器片冰凉')).toEqual(['heating']);
  expect(restarted.stand().answers.get('heating')?.answer).toBe('暖气不热怎么办？的回答');
});

it('asks only for what changed since, and forgets what is gone', async () => {
  const first = cloudWith([[HEATING, DOGS]]);
  const { shelf, name } = shelfOf(first);
  await shelf.refresh();
  const later = cloudWith([[], [lead('dogs', '犬只登记在哪里办理？')]], ['heating']);
  const restarted = createFaqShelf(faqKeptUnder(name), later, now);
  await restarted.refresh();
  expect(later.asked[0]).toBe('changes 1.x');
  expect(found(restarted, '暖气不热')).toEqual([]);
  expect(restarted.stand().leads.map(({ question }) => question)).toEqual(['犬只登记在哪里办理？']);
  expect(restarted.stand().answers.get('dogs')?.question).toBe('犬只登记在哪里办理？');
});

it('keeps ten thousand questions in pieces that each fit, and brings them all back', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    lead(`faq-${index}`, `第${index}号事情怎么办理？`),
  );
  const { shelf, name } = shelfOf(cloudWith([many]));
  await shelf.refresh();
  const kept = faqKeptUnder(name).load();
  expect(kept.leads).toHaveLength(10_000);
  const pieces = Array.from({ length: 10 }, (_, at) => phone.storage.get(`hy.faq.${name}.${at}`) ?? '');
  expect(pieces.every((piece) => piece !== '' && piece.length < 1_000_000)).toBe(true);
});

it('fetches everything again when a piece was lost', async () => {
  const { shelf, name } = shelfOf(cloudWith([[HEATING]]));
  await shelf.refresh();
  phone.storage.delete(`hy.faq.${name}.0`);
  expect(faqKeptUnder(name).load()).toEqual({ cursor: '', leads: [] });
});

it('never lets an answer past its date take a current one’s place', async () => {
  const old = lead('old', '暖气不热怎么办', { reviewOn: '2026-11-01', keywords: ['暖气不热'] });
  const { shelf } = shelfOf(cloudWith([[old, lead('current', '暖气不热了找谁')]]));
  await shelf.refresh();
  expect(found(shelf, '暖气不热怎么办')).toEqual(['current', 'old']);
});

it('fetches the answer of an entry that the phone does not keep, once', async () => {
  const many = Array.from({ length: 201 }, (_, index) =>
    lead(`faq-${index}`, `第${index}号怎么办`, { helpedCount: 300 - index }),
  );
  const cloud = cloudWith([many]);
  const { shelf } = shelfOf(cloud);
  await shelf.refresh();
  expect(shelf.stand().answers.has('faq-200')).toBe(false);
  expect(await shelf.fetchAnswer('faq-200')).toBe(true);
  expect(await shelf.fetchAnswer('faq-200')).toBe(true);
  expect(cloud.asked.filter((call) => call === 'answers 1')).toHaveLength(1);
});

it('keeps nothing rather than half when the phone is full, and still serves this session', async () => {
  const { shelf, name } = shelfOf(cloudWith([[HEATING]]));
  phone.isFull = true;
  await shelf.refresh();
  phone.isFull = false;
  expect(found(shelf, '暖气不热')).toEqual(['heating']);
  expect(faqKeptUnder(name).load()).toEqual({ cursor: '', leads: [] });
});
