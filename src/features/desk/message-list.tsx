import { ScrollView, Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { startOfDay, MINUTE } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Fold } from '@/components/fold';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { nextOlderChunk, receiptOf, selfIn, type Conversation } from './conversation';
import type { Trouble } from './door';
import { EchoBubble } from './echo-bubble';
import { History } from './history';
import { MessageBlock } from './message-block';
import type { Outgoing, OutgoingMessage } from './outgoing';
import { END_MARKS, type ScrollEvent, type useChatScroll } from './use-chat-scroll';
import { TALK_BOX, useFolds } from './use-folds';
import './message-list.scss';

/** Older messages are fetched when their end is so many px away. */
const OLDER_WITHIN = 200;

type Props = {
  conversation: Conversation;
  side: 'asker' | 'desk';
  echoes: readonly OutgoingMessage[];
  outgoing: Outgoing;
  onEdit: (message: OutgoingMessage) => void;
  scroll: ReturnType<typeof useChatScroll>;
  isOtherTyping: boolean;
  older: { isLoadingOlder: boolean; olderTrouble: Trouble | null; loadOlder(): void };
};

/** The talk itself: filed messages, live ones, and below them what is still on its way from this phone. */
export function MessageList({ conversation, side, echoes, scroll, older, ...rest }: Props) {
  const { outgoing, onEdit, isOtherTyping } = rest;
  const today = startOfDay(useNow(MINUTE));
  const { live, history, historyCount } = conversation;
  const self = echoes.length > 0 ? selfIn(conversation) : null;
  const { folded, look } = useFolds(conversation, scroll.box);
  const { onScroll } = scroll;
  const followScroll = useCallback(
    (event: ScrollEvent) => {
      onScroll(event);
      look();
    },
    [onScroll, look],
  );
  return (
    <View className="hy-talk">
      <ScrollView
        ref={scroll.box}
        className={classNames(TALK_BOX, PLATFORM === 'h5' && `${TALK_BOX}--measured`)}
        scrollY
        scrollAnchoring
        scrollIntoView={scroll.shownMark}
        upperThreshold={OLDER_WITHIN}
        lowerThreshold={60}
        onScroll={followScroll}
        {...(PLATFORM === 'h5' ? { tabIndex: '0' } : {})}
        onScrollToUpper={older.loadOlder}
        onScrollToLower={scroll.onEndReached}
      >
        <View ref={scroll.content} className="hy-talk__content">
          <OlderEnd conversation={conversation} {...older} />
          <View ref={scroll.history}>
            <History
              history={history}
              historyCount={historyCount}
              side={side}
              today={today}
              folded={folded}
            />
          </View>
          <View {...aria({ role: 'log', isLive: true })}>
            {live.map((block, index) => (
              <Fold key={block.id} id={block.id} folded={folded.get(block.id) ?? null}>
                <MessageBlock
                  block={block}
                  precededAt={endOf(live[index - 1])}
                  side={side}
                  today={today}
                  unreadSeq={scroll.unreadSeq}
                />
              </Fold>
            ))}
          </View>
          <View>
            {echoes.map((message) => (
              <EchoBubble
                key={message.key}
                message={message}
                outgoing={outgoing}
                onEdit={onEdit}
                self={self}
              />
            ))}
          </View>
          <View className="hy-talk__last">
            <TypingLine side={side} isTyping={isOtherTyping} />
            <View className="hy-talk__receipt">
              {echoes.length === 0 ? receiptOf(conversation, side) : ''}
            </View>
          </View>
          {END_MARKS.map((mark) => (
            <View key={mark} id={mark} className="hy-talk__end" />
          ))}
        </View>
      </ScrollView>
      <NewMessages scroll={scroll} />
    </View>
  );
}

/** Who is writing on the other side; never which of the desk. */
const TypingLine = ({ side, isTyping }: Pick<Props, 'side'> & { isTyping: boolean }) => (
  <View className="hy-talk__typing" {...aria({ role: 'status' })}>
    {isTyping ? (side === 'asker' ? '值班人员正在输入…' : '居民正在输入…') : ''}
  </View>
);

const endOf = (block: Conversation['live'][number] | undefined): number | null =>
  block?.messages[block.messages.length - 1]?.at ?? null;

/** Up to what was not seen yet when the talk was opened; down to what has come in since the reader scrolled up. */
function NewMessages({ scroll }: Pick<Props, 'scroll'>) {
  return (
    <>
      {scroll.unseenCount > 0 && (
        <Tap
          className="hy-talk__new hy-talk__new--above"
          onTap={scroll.toUnread}
          label={`有${scroll.unseenCount}条新消息，到第一条`}
        >
          <Icon name="chevron" size="sm" />
          <Text>{`有 ${scroll.unseenCount} 条新消息`}</Text>
        </Tap>
      )}
      {scroll.newCount > 0 && (
        <Tap className="hy-talk__new" onTap={scroll.toEnd} label={`有${scroll.newCount}条新消息，到最下面`}>
          <Text>{`有 ${scroll.newCount} 条新消息`}</Text>
          <Icon name="chevron" size="sm" />
        </Tap>
      )}
    </>
  );
}

type OlderEndProps = Props['older'] & { conversation: Conversation };

/** What stands over the first message: more to load, loading, a failure, or nothing. Its height never changes. */
function OlderEnd({ conversation, isLoadingOlder, olderTrouble, loadOlder }: OlderEndProps) {
  if (conversation.historyCount === 0) return null;
  const isAll = nextOlderChunk(conversation) === null;
  return (
    <View className="hy-talk__older">
      {isAll ? (
        <Text>从这里开始</Text>
      ) : (
        <Tap className="hy-talk__older-more" onTap={loadOlder}>
          <Text>
            {isLoadingOlder ? '正在取更早的消息…' : olderTrouble ? '没有取到，点这里重试' : '更早的消息'}
          </Text>
        </Tap>
      )}
    </View>
  );
}
