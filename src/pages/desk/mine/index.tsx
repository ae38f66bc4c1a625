import { useState } from 'react';
import { searchMine } from '@domain/desk/talk.actions';
import { SEARCH_LIMITS } from '@domain/desk/thread-search';
import { MINUTE } from '@domain/kernel/time';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { ThreadRow } from '@/features/desk/thread-row';
import { useSettledText } from '@/features/faq/settled-text';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { usePages } from '@/services/queries';

/** Everything I have ever brought to the desk, found by a word that was said. */
export default function MyTalksPage() {
  const [typed, setTyped] = useState('');
  const query = useSettledText(typed).trim();
  const list = usePages(searchMine, { query }, { enabled: query !== '' });
  const now = useNow(MINUTE);
  const found = query === '' ? [] : list.items;
  const isNothing = query !== '' && !list.isLoading && !list.failure && found.length === 0;
  return (
    <Screen title="找我的会话" onEnd={list.loadMore}>
      <Stack>
        <TextField
          label="说过的话、地点或编号"
          value={typed}
          onInput={setTyped}
          placeholder="如：暖气、3号楼"
          maxLength={SEARCH_LIMITS.queryMax}
        />
        <FailureNote failure={query === '' ? null : list.failure} onRetry={() => void list.refresh()} />
        {list.isLoading && <Skeleton rows={3} />}
        {query === '' && (
          <Empty icon="search" title="写一个词就能找" hint="只在您自己的会话里找，别人看不到。" />
        )}
        {isNothing && (
          <Empty icon="search" title="没有找到" hint="换一个词试试，比如当时说的物件或地点，至少两个字。" />
        )}
        {found.map((thread) => (
          <ThreadRow
            key={thread.threadId}
            thread={thread}
            now={now}
            onTap={() => go('/pages/desk/thread/index', { threadId: thread.threadId })}
          />
        ))}
        {list.isLoadingMore && <Skeleton rows={1} />}
      </Stack>
    </Screen>
  );
}
