import { demoLeads, measureRecall } from '../../scripts/bench/faq-recall';
import { readQuestions } from '../../scripts/bench/faq-questions';

describe('what residents type in their own words', () => {
  const recall = measureRecall(demoLeads());
  const { tuning, heldOut } = readQuestions();

  it('is tried with at least 300 phrasings that served for no tuning, and with things no entry answers', () => {
    expect(heldOut.filter(({ faqId }) => faqId !== null).length).toBeGreaterThanOrEqual(300);
    expect(heldOut.filter(({ faqId }) => faqId === null).length).toBeGreaterThanOrEqual(50);
    const words = [...tuning, ...heldOut].map(({ text }) => text);
    expect(new Set(words).size).toBe(words.length);
  });

  it('is about entries that exist, and is none of their own questions or keywords', () => {
    const leads = demoLeads();
    const known = new Set(leads.map(({ faqId }) => faqId));
    const asked = [...tuning, ...heldOut].flatMap(({ faqId }) => (faqId === null ? [] : [faqId]));
    expect(asked.filter((faqId) => !known.has(faqId))).toEqual([]);
    expect(new Set(asked).size).toBe(leads.length);
    const own = new Set(leads.flatMap(({ question, keywords }) => [question, ...keywords]));
    expect([...tuning, ...heldOut].filter(({ text }) => own.has(text))).toEqual([]);
  });

  it('finds its answer among the three suggestions nine times in ten', () => {
    expect(recall.heldOut.recallAt3).toBeGreaterThanOrEqual(0.9);
    expect(recall.tuning.recallAt3).toBeGreaterThanOrEqual(0.9);
  });

  it('is left alone mostly when no entry answers it', () => {
    expect(recall.heldOut.falselySuggested).toBeLessThanOrEqual(0.35);
  });
});
