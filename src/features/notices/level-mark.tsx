import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/icon';
import {
  NOTICE_KIND_LABELS,
  NOTICE_LEVEL_LABELS,
  NOTICE_LEVELS,
  type NoticeKind,
  type NoticeLevel,
} from '@domain/notices/notice.schema';
import './level-mark.scss';

export const KIND_ICONS: Readonly<Record<NoticeKind, IconName>> = {
  water: 'drop',
  power: 'bolt',
  gas: 'flame',
  heating: 'thermometer',
  fire: 'fire',
  flood: 'wave',
  weather: 'sun',
  works: 'build',
  other: 'bell',
};

type LevelMarkProps = { level: NoticeLevel; kind: NoticeKind; isOff?: boolean };

/** A level's word and kind, a sign for the kind, and as many of four steps as the level is high. Grey when it is over. */
export function LevelMark({ level, kind, isOff = false }: LevelMarkProps) {
  const height = NOTICE_LEVELS.indexOf(level);
  return (
    <View className={`hy-level-mark hy-level-mark--${isOff ? 'off' : level}`}>
      <View className="hy-level-mark__sign">
        <Icon name={KIND_ICONS[kind]} size="md" />
      </View>
      <View className="hy-level-mark__words">
        <Text className="hy-level-mark__level">{NOTICE_LEVEL_LABELS[level]}</Text>
        <View className="hy-level-mark__steps">
          {NOTICE_LEVELS.map((step, place) => (
            <View
              key={step}
              className={`hy-level-mark__step ${place <= height ? 'hy-level-mark__step--on' : ''}`}
            />
          ))}
        </View>
        <Text className="hy-level-mark__kind">{NOTICE_KIND_LABELS[kind]}</Text>
      </View>
    </View>
  );
}
