import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { NoticeView } from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { Stack } from '@/components/stack';
import { BigTile } from '@/features/home/big-tile';
import { go } from '@/services/navigate';
import { NoticeBrief } from './notice-brief';
import { NoticeLine } from './notice-line';

const LINES_SHOWN = 2;

type HomeNoticesProps = {
  notices: readonly NoticeView[];
  asking: NoticeView | undefined;
  isOne?: boolean;
};

const open = ({ noticeId }: NoticeView) => go('/pages/notices/detail/index', { noticeId });

/**
 * What is in force for my home. One that waits for my answer is shown with it; the rest keep the door in view.
 * `isOne` makes one thing of all of them: the next one to answer, else the way to the list.
 */
export function HomeNotices({ notices, asking, isOne }: HomeNoticesProps) {
  if (notices.length === 0) return null;
  if (isOne)
    return asking ? (
      <NoticeBrief notice={asking} onTap={() => open(asking)} />
    ) : (
      <OneLine notices={notices} />
    );
  const others = notices.filter((notice) => notice !== asking);
  const lines = asking ? [] : others.slice(0, LINES_SHOWN);
  const more = others.length - lines.length;
  return (
    <Stack gap="sm">
      {asking ? <NoticeBrief notice={asking} onTap={() => open(asking)} /> : null}
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

function OneLine({ notices }: { notices: readonly NoticeView[] }) {
  const [first] = notices;
  if (!first) return null;
  if (notices.length === 1) return <NoticeLine notice={first} onTap={() => open(first)} />;
  return (
    <BigTile
      icon="bell"
      title={`安全提示${notices.length}条`}
      hint={first.title}
      onTap={() => go('/pages/notices/list/index')}
    />
  );
}

/** The first notice that waits for my answer. Answered, it stays in its place until the page is left, so nothing jumps. */
export function useAsking(notices: readonly NoticeView[]): NoticeView | undefined {
  const [keptId, setKeptId] = useState<string | null>(null);
  useDidShow(() => setKeptId(null));
  const kept = notices.find(({ noticeId }) => noticeId === keptId);
  const asking = kept ?? notices.find((notice) => notice.canAnswer && notice.myAnswer === null);
  const askingId = asking?.noticeId ?? null;
  useEffect(() => setKeptId(askingId), [askingId]);
  return asking;
}
