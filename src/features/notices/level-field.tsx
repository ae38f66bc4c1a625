import { Text, View } from '@tarojs/components';
import { NOTICE_LEVEL_LABELS, NOTICE_LEVELS, type NoticeLevel } from '@domain/notices/notice.schema';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Field } from '@/components/field';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import './level-field.scss';

/** When to choose which: four people on duty should choose alike. */
const MEANINGS: Readonly<Record<NoticeLevel, string>> = {
  blue: '知道就好',
  yellow: '影响生活，早做准备',
  orange: '可能有危险',
  red: '有危险，马上行动',
};

type LevelFieldProps = {
  value: NoticeLevel;
  onPick: (level: NoticeLevel) => void;
  fault?: string | undefined;
};

/** The level of a notice, each with its colour, its word and when it is meant. */
export const LevelField = ({ value, onPick, fault }: LevelFieldProps) => (
  <Field label="级别" fault={fault}>
    <View className="hy-levels" {...aria({ role: 'radiogroup', label: '级别' })}>
      {NOTICE_LEVELS.map((level) => {
        const isOn = level === value;
        return (
          <View key={level} className="hy-levels__cell">
            <Tap
              className={classNames(
                'hy-levels__level',
                `hy-levels__level--${level}`,
                isOn && 'hy-levels__level--on',
              )}
              role="radio"
              label={`${NOTICE_LEVEL_LABELS[level]}，${MEANINGS[level]}`}
              isChecked={isOn}
              onTap={() => onPick(level)}
            >
              <View className="hy-levels__head">
                <Text className="hy-levels__word">{NOTICE_LEVEL_LABELS[level]}</Text>
                {isOn ? <Icon name="check" size="sm" /> : null}
              </View>
              <Text className="hy-levels__meaning">{MEANINGS[level]}</Text>
            </Tap>
          </View>
        );
      })}
    </View>
  </Field>
);
