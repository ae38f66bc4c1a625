import { Text, View } from '@tarojs/components';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Composer } from './composer';
import type { Talk } from './use-talk';
import './thread-foot.scss';

/** Beginnings the desk writes many times a day; they are put into the box, never sent by themselves. */
const PHRASES = [
  '您好，收到了，我马上帮您核实。',
  '请问方便说一下楼栋和房号吗？',
  '请拍一张现场照片发给我们。',
  '已联系师傅，确定上门时间后马上告诉您。',
  '已经处理好了，请您看看还有没有问题。',
];

/** Where the desk answers. A first answer takes the thread. */
export function DeskFoot({ talk, thread }: { talk: Talk; thread: ThreadCard }) {
  if (!thread.canWrite) {
    return (
      <View className="hy-foot">
        <Text className="hy-foot__closed">
          {thread.status === 'resolved'
            ? '已办结，等居民确认；居民再来消息会重新进入待接单。'
            : '这件事已经结束。'}
        </Text>
      </View>
    );
  }
  return (
    <View className="hy-foot">
      <Composer
        writing={talk.writing}
        label="回复居民"
        placeholder={thread.status === 'waiting' ? '回复即接单' : '回复居民'}
        phrases={PHRASES}
        onActivity={talk.noteWriting}
      />
    </View>
  );
}
