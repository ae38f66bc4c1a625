import type { NoticeView } from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { Stack } from '@/components/stack';
import { NoticeCard } from '@/features/notices/notice-card';
import { go } from '@/services/navigate';
import { NoticeLine } from './notice-line';

const LINES_SHOWN = 2;

const open = ({ noticeId }: NoticeView) => go('/pages/notices/detail/index', { noticeId });
const waitsForMe = (notice: NoticeView) => notice.canAnswer && notice.myAnswer === null;

/** What is in force for my home. One that waits for my answer is shown whole; the rest keep the door in view. */
export function HomeNotices({ notices }: { notices: readonly NoticeView[] }) {
  if (notices.length === 0) return null;
  const whole = notices.find(waitsForMe);
  const others = notices.filter((notice) => notice !== whole);
  const lines = whole ? [] : others.slice(0, LINES_SHOWN);
  const more = others.length - lines.length;
  return (
    <Stack gap="sm">
      {whole ? <NoticeCard notice={whole} onTap={() => open(whole)} /> : null}
      {lines.map((notice) => (
        <NoticeLine key={notice.noticeId} notice={notice} onTap={() => open(notice)} />
      ))}
      {more > 0 ? (
        <Button tone="quiet" size="small" block onTap={() => go('/pages/notices/list/index')}>
          {`还有${more}条安全提示`}
        </Button>
      ) : null}
    </Stack>
  );
}
