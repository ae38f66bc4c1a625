import { topicIn } from '@domain/desk/topic-guess';
import { TOPIC_LABELS, TOPICS } from '@domain/desk/thread-topic';
import { TOPIC_WORDS } from '@domain/desk/topic-words';
import { PHRASINGS } from './topic-phrasings';

describe('what a question is about', () => {
  it('is guessed right for nine of ten everyday phrasings', () => {
    const wrong = PHRASINGS.filter(([text, topic]) => topicIn(text) !== topic);
    const share = 1 - wrong.length / PHRASINGS.length;
    console.log(
      `topics guessed: ${(share * 100).toFixed(1)}% of ${PHRASINGS.length}; wrong: ${wrong
        .map(([text, topic]) => `${text} (${TOPIC_LABELS[topic]}, not ${TOPIC_LABELS[topicIn(text)]})`)
        .join('; ')}`,
    );
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  it('is 其他 where no word gives it away', () => {
    for (const text of ['', '在吗', '？？', 'hello']) expect(topicIn(text)).toBe('other');
  });

  it('knows each word once, so that none counts for two topics', () => {
    const all = TOPICS.flatMap((topic) => (topic === 'other' ? [] : TOPIC_WORDS[topic]));
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  });
});
