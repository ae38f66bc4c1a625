import { Text } from '@tarojs/components';
import { secondsWords, VOICE_LIMITS, type VoiceView } from '@domain/desk/message-voice';
import { classNames } from '@/components/class-names';
import { Tap } from '@/components/tap';
import { usePlayback } from '@/services/playback';
import { TalkMark } from './talk-mark';
import './voice-bubble.scss';

/** The shortest and the longest bubble, in letters' widths: longer words take more room. */
const WIDTH = { least: 4.5, most: 12 } as const;

const widthOf = (seconds: number): string =>
  `${(WIDTH.least + ((WIDTH.most - WIDTH.least) * seconds) / VOICE_LIMITS.maxSeconds).toFixed(1)}em`;

/** A recording: a tap plays it, another stops it. */
export function VoiceBubble({ voice: { url, seconds } }: { voice: VoiceView }) {
  const { isPlaying, toggle } = usePlayback(url);
  return (
    <Tap
      className={classNames('hy-voice', isPlaying && 'hy-voice--on')}
      style={{ width: widthOf(seconds) }}
      label={`语音，${seconds}秒，${isPlaying ? '正在播放，点按停止' : '点按播放'}`}
      onTap={toggle}
    >
      <TalkMark name="sound" />
      <Text className="hy-voice__length">{secondsWords(seconds)}</Text>
    </Tap>
  );
}
