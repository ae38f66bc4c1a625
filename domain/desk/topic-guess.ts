import { TOPICS, type Topic } from './thread-topic';
import { TOPIC_WORDS } from './topic-words';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** How much a text speaks of a topic: each of its words counts by the square of its length. */
const weightOf = (said: string, words: readonly string[]): number =>
  words.reduce((sum, word) => (said.includes(word) ? sum + word.length ** 2 : sum), 0);

/** What a question is most likely about; 其他 when no word gives it away. */
export function topicIn(text: string): Topic {
  const said = plain(text);
  const [best] = TOPICS.flatMap((topic) => {
    const weight = topic === 'other' ? 0 : weightOf(said, TOPIC_WORDS[topic]);
    return weight > 0 ? [{ topic, weight }] : [];
  }).sort((a, b) => b.weight - a.weight);
  return best?.topic ?? 'other';
}
