import { Text, View } from '@tarojs/components';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { CompanyLine } from './company-line';
import { Composer } from './composer';
import { companyIn, useWritingSince } from './crossing';
import { useLooks } from './looks';
import { useLook } from './use-look';
import { PromiseChips } from './promise-chips';
import { STARTING_PHRASES, usePhrases } from './use-phrases';
import type { Talk } from './use-talk';
import './thread-foot.scss';

type Props = {
  talk: Talk;
  thread: ThreadCard;
  /** Beside the conversation there is a list of phrases already. */
  isWithoutPhrases?: boolean;
};

/** Where the desk answers, in sight of colleagues at the same conversation. A first answer takes the thread. */
export function DeskFoot({ talk, thread, isWithoutPhrases = false }: Props) {
  const { text } = talk.writing;
  const { phrases, filled } = usePhrases(thread);
  const looks = useLooks();
  useLook(thread.threadId, text);
  const writingSince = useWritingSince(talk.conversation, text);
  const company = talk.conversation && companyIn(talk.conversation, looks, writingSince);
  if (!thread.canWrite) {
    return (
      <View className="hy-foot">
        <CompanyLine company={company} />
        <Text className="hy-foot__closed">
          {thread.status === 'resolved'
            ? '已办结，等居民确认；居民再来消息会重新进入待接单。'
            : '这件事已经结束。'}
        </Text>
      </View>
    );
  }
  const kept = phrases && phrases.length > 0 ? phrases : STARTING_PHRASES;
  return (
    <View className="hy-foot">
      <CompanyLine company={company} />
      <PromiseChips text={text} dueAt={talk.promiseDueAt} onPick={talk.setPromiseDueAt} />
      <Composer
        writing={talk.writing}
        enclosures={talk.enclosures}
        isFolded={!isWithoutPhrases}
        label="回复居民"
        placeholder={thread.status === 'waiting' ? '回复即接单' : '回复居民'}
        phrases={isWithoutPhrases ? [] : kept.map(filled)}
        onActivity={talk.noteWriting}
      />
    </View>
  );
}
