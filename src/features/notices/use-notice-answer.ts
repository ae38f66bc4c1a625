import { answerNotice } from '@domain/notices/notice.actions';
import type { AnswerStatus, NoticeView } from '@domain/notices/notice.schema';
import { toast } from '@/services/feedback';
import { refreshReads } from '@/services/queries';
import { useAction } from '@/services/use-action';

const READS = ['notice', 'home', 'thread'] as const;
/** Refusals that mean the screen is behind: the current notice is fetched, the sentence stays. */
const BEHIND: readonly string[] = ['NOTICE_REVISED', 'NOTICE_CLOSED', 'NOTICE_NOT_FOUND'];

/** Answers the revision of a notice that is on the screen. `give` resolves to whether the answer arrived. */
export function useNoticeAnswer(notice: NoticeView, onAnswer?: (answered: NoticeView) => void) {
  const { run, isPending, failure } = useAction(answerNotice, { refresh: READS });

  const give = async (answer: AnswerStatus, typed = ''): Promise<boolean> => {
    const note = typed.trim();
    const { noticeId, revision } = notice;
    const given = await run({ noticeId, revision, answer, ...(note ? { note } : {}) });
    if (!given.ok) {
      if (BEHIND.includes(given.error.code)) refreshReads(READS);
      return false;
    }
    toast(answer === 'needsHelp' ? '已告诉值班人员' : '社区已收到您的回复', 'done');
    onAnswer?.(given.value);
    return true;
  };

  return { give, isPending, failure };
}
