import { ScrollView, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { Screen } from '@/components/screen';
import { focusOn } from '@/services/focus';
import { go, keepInAddress } from '@/services/navigate';
import { useShortcuts } from '@/services/shortcuts';
import { useWholeWindow } from '@/services/wide';
import { AlertBar } from '../alert-bar';
import { CaseWays } from '../casework/case-ways';
import { LinkStrips } from '../casework/link-strips';
import { MemberChoice } from '../casework/member-choice';
import { NotePane } from '../casework/note-pane';
import { RECORD_PAGE, RecordWay } from '../casework/record-way';
import { deskDoor } from '../door';
import { KEYS } from '../keys';
import { MyDuty } from '../my-duty';
import { QueueList } from '../queue-list';
import { rowIdOf } from '../queue-row';
import { useDeskMoves } from '../use-moves';
import { useQueueList } from '../use-queue-list';
import { useTalk, type Talk } from '../use-talk';
import { AskerPane } from './asker-pane';
import { KeySheet } from './key-sheet';
import { PhrasePane } from './phrase-pane';
import { TalkPane } from './talk-pane';
import '@/components/on-wide.scss';
import './desk-console.scss';

/** Passing through a list with a key held down opens only where it stops, ms. */
const SETTLED_AFTER = 150;

type Props = { threadId: string | undefined; filter: string | undefined };

/** 值班台: the desk on a wide window. The queue on the left, the conversation in the middle, the person on the right. */
export function DeskConsole({ threadId, filter }: Props) {
  useWholeWindow();
  const list = useQueueList(filter);
  const [chosenId, setChosenId] = useState<string | null>(threadId ?? null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openId = useSettledId(chosenId);
  useEffect(() => keepInAddress({ threadId: openId }), [openId]);

  const step = (by: 1 | -1) => {
    const ids = (list.items ?? []).map((thread) => thread.threadId);
    const at = chosenId === null ? -1 : ids.indexOf(chosenId);
    const next = ids[at === -1 ? 0 : at + by];
    if (!next) return by === 1 ? list.loadMore() : undefined;
    setChosenId(next);
    bringIntoView(rowIdOf(next));
  };
  useShortcuts({
    [KEYS.next]: () => step(1),
    ArrowDown: () => step(1),
    [KEYS.previous]: () => step(-1),
    ArrowUp: () => step(-1),
    [KEYS.search]: () => void focusOn('.hy-console__list .hy-find input'),
    [KEYS.help]: () => setHelpOpen(true),
    [KEYS.record]: () => go(RECORD_PAGE),
  });
  return (
    <Screen title="值班台" isFixed className="hy-desk-console">
      <View className="hy-console">
        <ScrollView className="hy-console__list" scrollY lowerThreshold={240} onScrollToLower={list.loadMore}>
          <View className="hy-console__pad">
            <AlertBar />
            <MyDuty />
            <RecordWay />
            <QueueList list={list} openId={chosenId} onOpen={setChosenId} />
            <Button tone="quiet" size="small" shortcut={KEYS.help} onTap={() => setHelpOpen(true)}>
              快捷键
            </Button>
          </View>
        </ScrollView>
        {openId === null ? (
          <View className="hy-console__nothing">
            <Empty scene="talk" title="从左边选一条会话" hint="按 J 打开下一条，按 ? 看全部快捷键" />
          </View>
        ) : (
          <Conversation key={openId} threadId={openId} onOpenThread={setChosenId} />
        )}
      </View>
      <KeySheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </Screen>
  );
}

type ConversationProps = { threadId: string; onOpenThread: (threadId: string) => void };

/** What belongs to the open conversation: made anew for each, so that no draft or place slips into another. */
function Conversation({ threadId, onOpenThread }: ConversationProps) {
  const talk = useTalk(deskDoor, threadId);
  const moves = useDeskMoves(talk, threadId);
  const thread = talk.conversation?.thread;
  return (
    <>
      <TalkPane talk={talk} moves={moves} />
      <ScrollView className="hy-console__side" scrollY>
        <View className="hy-console__pad">
          {thread && <LinkStrips thread={thread} side="desk" />}
          <AskerPane threadId={threadId} onOpenThread={onOpenThread} />
          {thread && <MemberChoice talk={talk} thread={thread} />}
          {thread && <NotePane threadId={threadId} />}
          {thread && (
            <CaseWays
              isDense
              talk={talk}
              thread={thread}
              messages={messagesOf(talk)}
              onOpenThread={onOpenThread}
            />
          )}
          {thread && <PhrasePane talk={talk} thread={thread} />}
        </View>
      </ScrollView>
    </>
  );
}

const messagesOf = ({ conversation }: Talk) => (conversation?.live ?? []).flatMap(({ messages }) => messages);

function useSettledId(id: string | null): string | null {
  const [settled, setSettled] = useState(id);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(id), SETTLED_AFTER);
    return () => clearTimeout(timer);
  }, [id]);
  return settled;
}

/** The row takes the focus, so that a screen reader says it and Tab goes on from there. */
function bringIntoView(rowId: string): void {
  const row = document.getElementById(rowId);
  row?.focus();
  row?.scrollIntoView?.({ block: 'nearest' });
}
