import { Text } from '@tarojs/components';
import { NOTICE_LEVEL_LABELS, type NoticeLevel } from '@domain/notices/notice.schema';
import './level-tag.scss';

/** How serious a notice is, in the colour and the words of public warnings. */
export const LevelTag = ({ level }: { level: NoticeLevel }) => (
  <Text className={`hy-level hy-level--${level}`}>{NOTICE_LEVEL_LABELS[level]}</Text>
);
