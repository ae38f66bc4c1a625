import { Text, View } from '@tarojs/components';
import { VOICE_LIMITS } from '@domain/desk/message-voice';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { useNow } from '@/services/clock';
import { openMicrophoneSettings, type Recorded } from '@/services/recorder';
import { TalkMark } from './talk-mark';
import { useRecording } from './use-recording';
import './record-sheet.scss';

type Props = { onDone: (recorded: Recorded) => void; onClose: () => void };

/** Something said instead of typed. It begins at once; what was recorded goes into the box, to be heard and sent there. */
export function RecordSheet({ onDone, onClose }: Props) {
  const { state, finish, again } = useRecording((recorded) => {
    onDone(recorded);
    onClose();
  });
  return (
    <Sheet isOpen title="说一段语音" onClose={onClose}>
      {state.is === 'failed' ? (
        <View className="hy-record" {...aria({ role: 'alert' })}>
          <Text className="hy-record__words">{state.words}</Text>
          <View className="hy-record__ways">
            {state.isRefused && PLATFORM === 'weapp' && (
              <Button tone="secondary" onTap={openMicrophoneSettings}>
                去设置
              </Button>
            )}
            <Button tone="secondary" onTap={again}>
              再试一次
            </Button>
            <Button tone="quiet" onTap={onClose}>
              改用打字
            </Button>
          </View>
        </View>
      ) : (
        <View className="hy-record">
          <View className="hy-record__sign">
            <TalkMark name="mic" />
          </View>
          {state.is === 'recording' ? (
            <Running since={state.since} />
          ) : (
            <Text className="hy-record__words">正在打开话筒…</Text>
          )}
          <View className="hy-record__ways">
            <Button tone="quiet" size="large" onTap={onClose}>
              不要了
            </Button>
            <Button tone="primary" size="large" isDisabled={state.is !== 'recording'} onTap={finish}>
              说完了
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  );
}

const SECOND = 1000;

/** The time it has run, and what is left of a minute. */
function Running({ since }: { since: number }) {
  const ran = Math.max(0, Math.floor((useNow(SECOND) - since) / SECOND));
  const { maxSeconds } = VOICE_LIMITS;
  return (
    <>
      <Text className="hy-record__time">{`0:${String(Math.min(ran, maxSeconds)).padStart(2, '0')}`}</Text>
      <View className="hy-record__track">
        <View className="hy-record__run" style={{ width: `${Math.min(100, (ran / maxSeconds) * 100)}%` }} />
      </View>
      <Text className="hy-record__words">{`请说话，最多${maxSeconds}秒。说完可以先听一听再发。`}</Text>
    </>
  );
}
