import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { labelOf } from '@domain/kernel/workflow';
import { listNoticesForStaff } from '@domain/notices/notice.actions';
import { noticeWorkflow } from '@domain/notices/notice.workflow';
import { listWishesForStaff } from '@domain/wishes/wish.actions';
import { wishWorkflow } from '@domain/wishes/wish.workflow';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Sheet } from '@/components/sheet';
import { Skeleton } from '@/components/skeleton';
import { Tabs } from '@/components/tabs';
import { toast } from '@/services/feedback';
import { usePages } from '@/services/queries';
import type { CaseMoves } from './use-case-moves';

const KINDS = [
  { value: 'published', text: '生效中的提示' },
  { value: 'open', text: '待认领的心愿' },
  { value: 'claimed', text: '已认领的心愿' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

type Props = { moves: CaseMoves; thread: ThreadCard; onClose: () => void };

/** A wish or a notice that is there already and is what this conversation is about. */
export function TieSheet({ moves, thread, onClose }: Props) {
  const [kind, setKind] = useState<Kind>('published');
  const { rows, area, pages } = useRows(kind);
  const tie = async (id: string) => {
    if (!(await moves.tie(area, id))) return;
    toast('关联好了', 'done');
    onClose();
  };
  const isTied = (id: string) => (thread.links ?? []).some((link) => link.area === area && link.id === id);
  return (
    <Sheet isOpen title="关联心愿或提示" onClose={onClose}>
      <Tabs options={KINDS} value={kind} onPick={setKind} />
      <FailureNote failure={pages.failure} onRetry={() => void pages.refresh()} />
      {pages.isLoading && <Skeleton rows={2} />}
      {!pages.isLoading && !pages.failure && rows.length === 0 && (
        <Empty icon="list" title="这里现在没有" hint="换一类看看，或者用“转成心愿”“发成提示”新写一个" />
      )}
      {rows.map(({ id, title, state }) => (
        <View key={id} className="hy-case__other">
          <Text className="hy-case__other-title">{title}</Text>
          <Text className="hy-case__hint">{state}</Text>
          {isTied(id) ? (
            <Text className="hy-case__hint">已经关联</Text>
          ) : (
            <Button tone="secondary" isDisabled={moves.isBusy} onTap={() => void tie(id)}>
              关联到这里
            </Button>
          )}
        </View>
      ))}
      {pages.hasMore && (
        <Button tone="quiet" block onTap={() => void pages.loadMore()}>
          再看一些
        </Button>
      )}
    </Sheet>
  );
}

function useRows(kind: Kind) {
  const isNotice = kind === 'published';
  const notices = usePages(listNoticesForStaff, { filter: 'published' }, { enabled: isNotice });
  const wishes = usePages(listWishesForStaff, { filter: isNotice ? 'open' : kind }, { enabled: !isNotice });
  if (!isNotice) {
    const rows = wishes.items.map(({ wishId: id, title, status }) => ({
      id,
      title,
      state: labelOf(wishWorkflow, status),
    }));
    return { area: 'wishes', rows, pages: wishes } as const;
  }
  const rows = notices.items.map(({ notice }) => ({
    id: notice.noticeId,
    title: notice.title,
    state: labelOf(noticeWorkflow, notice.status),
  }));
  return { area: 'notices', rows, pages: notices } as const;
}
