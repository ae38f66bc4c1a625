import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { listAsked, searchThreads } from '@domain/desk/console.actions';
import { SEARCH_LIMITS } from '@domain/desk/thread-search';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { DAY, MINUTE } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { Skeleton } from '@/components/skeleton';
import { TextField } from '@/components/text-field';
import { confirmAsk, toast } from '@/services/feedback';
import { usePages } from '@/services/queries';
import { statusTag } from '../thread-words';
import type { CaseMoves } from './use-case-moves';

/** Neighbours who tell of the same thing do so within days, ms. */
const RECENT = 3 * DAY;

type Props = {
  moves: CaseMoves;
  thread: ThreadCard;
  onOpenThread: (threadId: string) => void;
  onClose: () => void;
};

/** Other matters that may be the same one: of the same asker they become one, of others they are tied together. */
export function JoinSheet({ moves, thread, onOpenThread, onClose }: Props) {
  const [query, setQuery] = useState(thread.asker?.homeLabel ?? thread.asker?.name ?? '');
  const found = usePages(searchThreads, { query: query.trim() }, { enabled: query.trim() !== '' });
  const isOther = ({ threadId }: ThreadCard) => threadId !== thread.threadId;
  const hits = found.items.filter(isOther);
  const isNothing = !found.isLoading && hits.length === 0;
  const [now] = useState(() => Date.now());
  const span = { from: now - RECENT, to: now + MINUTE, isOpen: true };
  const recent = usePages(listAsked, span, { enabled: isNothing });
  const others = isNothing ? recent.items.filter(isOther) : hits;
  return (
    <Sheet isOpen title="合并或关联" onClose={onClose}>
      <TextField
        label="找另一件事"
        value={query}
        onInput={setQuery}
        maxLength={SEARCH_LIMITS.queryMax}
        placeholder="姓名、房号、说过的话、编号"
      />
      <FailureNote failure={found.failure} onRetry={() => void found.refresh()} />
      {found.isLoading && query.trim() !== '' && <Skeleton rows={2} />}
      {isNothing && others.length > 0 && (
        <Text className="hy-case__hint">没有找到，这些是三天内还没办完的：</Text>
      )}
      {isNothing && !recent.isLoading && others.length === 0 && (
        <Empty icon="search" title="没有别的会话" hint="换个说法找：原话里的两三个字，或者编号" />
      )}
      {others.map((other) => (
        <Candidate
          key={other.threadId}
          moves={moves}
          thread={thread}
          other={other}
          onOpenThread={onOpenThread}
          onClose={onClose}
        />
      ))}
    </Sheet>
  );
}

function Candidate({ moves, thread, other, onOpenThread, onClose }: Props & { other: ThreadCard }) {
  const who = other.asker?.homeLabel ? `${other.asker.name} ${other.asker.homeLabel}` : other.asker?.name;
  const isTied = (thread.links ?? []).some(({ id }) => id === other.threadId);
  const merge = async () => {
    const words = '先来的那件接着办，另一件结束并留下链接；居民在两边都能看到。合并后不能拆回。';
    if (!(await confirmAsk({ title: '合并成一件？', words, yes: '合并' }))) return;
    const page = await moves.merge(other.threadId);
    if (!page) return;
    toast('合并好了', 'done');
    onClose();
    if (page.thread.threadId !== thread.threadId) onOpenThread(page.thread.threadId);
  };
  const relate = async () => {
    if (!(await moves.relate(other.threadId))) return;
    toast('关联好了', 'done');
    onClose();
  };
  return (
    <View className="hy-case__other">
      <Text className="hy-case__other-title">{other.title}</Text>
      <Text className="hy-case__hint">{`${who ?? '居民'} · ${statusTag(other).words}`}</Text>
      <Row isWrapping>
        {canMerge(thread, other) && (
          <Button tone="secondary" isDisabled={moves.isBusy} onTap={() => void merge()}>
            合并成一件
          </Button>
        )}
        {isTied ? (
          <Text className="hy-case__hint">已经关联</Text>
        ) : (
          <Button tone="secondary" isDisabled={moves.isBusy} onTap={() => void relate()}>
            关联为同一件事
          </Button>
        )}
      </Row>
    </View>
  );
}

/** Both unfinished, and of the same person or household as far as the screen knows; the cloud knows exactly. */
function canMerge(one: ThreadCard, other: ThreadCard): boolean {
  if (![one, other].every(({ moves }) => moves.includes('merge'))) return false;
  const isSameHome = one.asker?.homeLabel === other.asker?.homeLabel;
  const isWithoutApp = [one, other].some(({ recorded }) => recorded?.isWithoutApp === true);
  return isSameHome && (one.asker?.name === other.asker?.name || isWithoutApp);
}
