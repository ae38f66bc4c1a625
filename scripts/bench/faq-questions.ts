import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A question as somebody would put it, and the entry that answers it; null when none does. */
export type AskedQuestion = { readonly text: string; readonly faqId: string | null };
type Part = 'tuning' | 'heldOut';

/** Three in ten serve for choosing weights; which ones is decided by their characters alone. */
function partOf(text: string): Part {
  const sum = [...text].reduce(
    (total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  return sum % 10 < 3 ? 'tuning' : 'heldOut';
}

const linesOf = (name: string): string[] =>
  readFileSync(join(__dirname, 'questions', name), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^#(?!#)/.test(line));

/** The question set: everyday phrasings, kept apart from the entries. @returns questions by part. */
export function readQuestions(): Readonly<Record<Part, readonly AskedQuestion[]>> {
  const parts: Record<Part, AskedQuestion[]> = { tuning: [], heldOut: [] };
  let faqId = '';
  for (const line of linesOf('answered.txt')) {
    if (line.startsWith('## ')) faqId = `faq-${line.slice(3)}`;
    else parts[partOf(line)].push({ text: line, faqId });
  }
  for (const line of linesOf('unanswered.txt')) parts[partOf(line)].push({ text: line, faqId: null });
  return parts;
}
