import { ScrollView, Text, View } from '@tarojs/components';
import { startOfDay, MINUTE } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { lastMessage, nextOlderChunk, selfIn, type Conversation } from './conversation';
import type { Trouble } from './door';
import { EchoBubble } from './echo-bubble';
import { History } from './history';
import { MessageBlock } from './message-block';
import type { Outgoing, OutgoingMessage } from './outgoing';
import { END_MARKS, type useChatScroll } from './use-chat-scroll';
import './message-list.scss';

type Props = {
  conversation: Conversation;
  side: 'asker' | 'desk';
  echoes: readonly OutgoingMessage[];
  outgoing: Outgoing;
  onEdit: (message: OutgoingMessage) => void;
  scroll: ReturnType<typeof useChatScroll>;
  older: { isLoadingOlder: boolean; olderTrouble: Trouble | null; loadOlder(): void };
};

/** The talk itself: filed messages, live ones, and below them what is still on its way from this phone. */
export function MessageList({ conversation, side, echoes, outgoing, onEdit, scroll, older }: Props) {
  const today = startOfDay(useNow(MINUTE));
  const { live, history, historyCount } = conversation;
  const newest = lastMessage(conversation);
  const self = echoes.length > 0 ? selfIn(conversation) : null;
  return (
    <View className="hy-talk">
      <ScrollView
        ref={scroll.box}
        className={classNames('hy-talk__scroll', PLATFORM === 'h5' && 'hy-talk__scroll--measured')}
        scrollY
        scrollAnchoring
        scrollIntoView={scroll.shownMark}
        upperThreshold={200}
        lowerThreshold={60}
        onScroll={scroll.onScroll}
        onScrollToUpper={older.loadOlder}
        onScrollToLower={scroll.onEndReached}
      >
        <View ref={scroll.content} className="hy-talk__content">
          <OlderEnd conversation={conversation} {...older} />
          <History history={history} historyCount={historyCount} side={side} today={today} />
          <View {...aria({ role: 'log' })}>
            {live.map((block, index) => (
              <MessageBlock
                key={block.id}
                block={block}
                precededAt={endOf(live[index - 1])}
                side={side}
                today={today}
              />
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
          <View className="hy-talk__receipt">
            {echoes.length === 0 && newest?.isMine && <Text>已送达</Text>}
          </View>
          {END_MARKS.map((mark) => (
            <View key={mark} id={mark} className="hy-talk__end" />
          ))}
        </View>
      </ScrollView>
      {scroll.hasNew && (
        <Tap className="hy-talk__new" onTap={scroll.toEnd} label="有新消息，到最下面">
          <Text>有新消息</Text>
          <Icon name="chevron" size="sm" />
        </Tap>
      )}
    </View>
  );
}

const endOf = (block: Conversation['live'][number] | undefined): number | null =>
  block?.messages[block.messages.length - 1]?.at ?? null;

type OlderEndProps = Props['older'] & { conversation: Conversation };

/** What stands over the first message: more to load, loading, a failure, or nothing. Its height never changes. */
function OlderEnd({ conversation, isLoadingOlder, olderTrouble, loadOlder }: OlderEndProps) {
  if (conversation.historyCount === 0) return null;
  const isAll = nextOlderChunk(conversation) === null;
  return (
    <View className="hy-talk__older">
      {isAll && <Text>从这里开始</Text>}
      {isLoadingOlder && <Text>正在取更早的消息…</Text>}
      {!isAll && !isLoadingOlder && (
        <Tap className="hy-talk__older-more" onTap={loadOlder}>
          <Text>{olderTrouble ? '没有取到，点这里重试' : '更早的消息'}</Text>
        </Tap>
      )}
    </View>
  );
}
