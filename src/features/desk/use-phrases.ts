import { useMemo } from 'react';
import { listPhrases } from '@domain/desk/console.actions';
import { getDuty } from '@domain/desk/desk.actions';
import { fillPhrase, type PhraseFacts, type PhraseView } from '@domain/desk/phrase.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { HOUR, MINUTE } from '@domain/kernel/time';
import { getMe } from '@domain/people/people.actions';
import { useRead } from '@/services/queries';

/** What a community has before it keeps phrases of its own. */
export const STARTING_PHRASES: readonly { readonly label: string; readonly text: string }[] = [
  { label: '收到', text: '您好，收到了，我马上帮您核实。' },
  { label: '问房号', text: '请问方便说一下楼栋和房号吗？' },
  { label: '要照片', text: '请拍一张现场照片发给我们。' },
  { label: '约上门', text: '已联系师傅，确定上门时间后马上告诉您。' },
  { label: '请确认', text: '已经处理好了，请您看看还有没有问题。' },
];

/** The community's ready-made answers, and what their placeholders stand for in this conversation. */
export function usePhrases(thread: ThreadCard) {
  const { data, failure, refresh } = useRead(listPhrases, {}, { staleMs: MINUTE });
  const { data: me } = useRead(getMe, {}, { staleMs: HOUR });
  const { data: duty } = useRead(getDuty, {}, { staleMs: MINUTE });
  const { asker } = thread;
  const facts = useMemo(
    (): PhraseFacts => ({
      称呼: asker?.name ?? '',
      住址: asker?.homeLabel ?? '',
      我: me?.name ?? '',
      电话: duty?.phone ?? '',
    }),
    [asker, me, duty],
  );
  return {
    phrases: data?.items,
    failure,
    refresh,
    filled: (phrase: Pick<PhraseView, 'text'>) => fillPhrase(phrase.text, facts),
  };
}
