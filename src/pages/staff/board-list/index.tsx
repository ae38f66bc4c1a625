import { Text } from '@tarojs/components';
import { listAsked } from '@domain/desk/console.actions';
import { listUnclaimedWishes } from '@domain/wishes/wish.actions';
import { aria } from '@/components/aria';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { QueueRow } from '@/features/desk/queue-row';
import type { BehindParams } from '@/features/staff-hub/board-bars';
import { WishWall } from '@/features/wishes/wish-wall';
import { useNow } from '@/services/clock';
import { go, useParams } from '@/services/navigate';
import { usePages, type PagedAction, type Pages } from '@/services/queries';

const MINUTE_MS = 60_000;

/** What a bar of the board counts: conversations asked, or wishes wished, between two instants. */
export default function BoardListPage() {
  const { of, from, to, name = '看板明细' } = useParams<BehindParams>();
  const span = { from: Number(from ?? 0), to: Number(to ?? 0) };
  return of === 'wishes' ? (
    <WishesBehind span={span} title={name} />
  ) : (
    <ThreadsBehind span={span} title={name} isOpen={of === 'matters'} />
  );
}

type Props = { span: { from: number; to: number }; title: string };

function ThreadsBehind({ span, title, isOpen }: Props & { isOpen: boolean }) {
  const now = useNow(MINUTE_MS);
  const threads = usePages(listAsked, { ...span, isOpen });
  return (
    <Behind title={title} pages={threads} unit="件">
      {threads.items.map((thread) => (
        <QueueRow
          key={thread.threadId}
          thread={thread}
          now={now}
          isNew={false}
          onTap={() => go('/pages/staff/queue/index', { threadId: thread.threadId })}
        />
      ))}
    </Behind>
  );
}

function WishesBehind({ span, title }: Props) {
  const wishes = usePages(listUnclaimedWishes, span);
  return (
    <Behind title={title} pages={wishes} unit="个">
      <WishWall wishes={wishes.items} onOpen={({ wishId }) => go('/pages/wishes/detail/index', { wishId })} />
    </Behind>
  );
}

type BehindProps = { title: string; unit: string; pages: Pages<PagedAction>; children: React.ReactNode };

function Behind({ title, unit, pages, children }: BehindProps) {
  const { items, failure, isLoading, hasMore } = pages;
  return (
    <Screen title={title} onRefresh={pages.refresh} onEnd={pages.loadMore}>
      <Stack>
        <FailureNote failure={failure} onRetry={() => void pages.refresh()} />
        {isLoading ? <Skeleton rows={3} /> : null}
        {!isLoading && !failure && items.length === 0 ? (
          <Empty icon="check" title="现在没有了" hint="刚才数到的已经有人办了" />
        ) : null}
        {items.length > 0 ? (
          <Text {...aria({ role: 'status' })}>
            {hasMore ? `先显示 ${items.length} ${unit}，往下滑还有` : `共 ${items.length} ${unit}`}
          </Text>
        ) : null}
        {children}
        {hasMore ? <Skeleton rows={1} /> : null}
      </Stack>
    </Screen>
  );
}
