import { useRef } from 'react';
import type { LookView } from '@domain/desk/look.schema';
import { lastSeq, type Conversation } from './conversation';

const names = (people: readonly { readonly name: string }[]): string =>
  [...new Set(people.map(({ name }) => name))].join('、');

export type Company = { readonly tone: 'warn' | 'typing' | 'looking'; readonly words: string };

/**
 * What somebody who answers should know about colleagues at the same conversation: that one has answered since they
 * began to write, that one is writing, or that one looks. Null when they are alone.
 */
export function companyIn(
  conversation: Conversation,
  looks: readonly LookView[],
  writingSince: number | null,
): Company | null {
  const answers = conversation.live
    .flatMap(({ messages }) => messages)
    .filter(
      ({ seq, side, isMine }) => writingSince !== null && seq > writingSince && side === 'desk' && !isMine,
    );
  if (answers.length > 0) {
    return { tone: 'warn', words: `${names(answers)}刚刚已经回复了，请看一眼再发；您写的还在。` };
  }
  const here = looks.filter(({ threadId }) => threadId === conversation.thread.threadId);
  const typing = here.filter(({ isTyping }) => isTyping);
  if (typing.length > 0) return { tone: 'typing', words: `${names(typing)}正在写回复` };
  return here.length > 0 ? { tone: 'looking', words: `${names(here)}也在看这件事` } : null;
}

/** The newest message there was when the box was last empty; null while it is empty. */
export function useWritingSince(conversation: Conversation | null, text: string): number | null {
  const since = useRef<number | null>(null);
  if (text === '' || !conversation) since.current = null;
  else since.current ??= lastSeq(conversation);
  return since.current;
}
