import { Text, View } from '@tarojs/components';
import { MINUTE } from '@domain/kernel/time';
import type { NoticeView } from '@domain/notices/notice.schema';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { ReadAloud } from '@/components/read-aloud';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import { LevelMark } from '@/features/notices/level-mark';
import { NoticeAnswer } from '@/features/notices/notice-answer';
import { phaseWords, spanWords, spokenWords } from '@/features/notices/notice-words';
import { useNow } from '@/services/clock';
import { useDisplay } from '@/services/display';
import './notice-brief.scss';

/** A notice for the first screen: what, when, what to do, and my answer. The rest of it is one tap away. */
export function NoticeBrief({ notice, onTap }: { notice: NoticeView; onTap: () => void }) {
  const now = useNow(MINUTE);
  const { isElder } = useDisplay();
  return (
    <View
      className={classNames(
        `hy-notice-brief hy-notice-brief--${notice.level}`,
        isElder && 'hy-notice-brief--short',
      )}
    >
      <View className="hy-notice-brief__body">
        <Tap onTap={onTap} label={`${notice.title}，看全文`}>
          <View className="hy-notice-brief__band">
            <LevelMark level={notice.level} kind={notice.kind} />
            <Text className="hy-notice-brief__phase">{phaseWords(notice, now)}</Text>
          </View>
          <View className="hy-notice-brief__words">
            <View className="hy-notice-brief__title">
              <Text className="hy-notice-brief__what">{notice.title}</Text>
              {notice.revisedAt === null ? null : <StatusTag tone="active">已更新</StatusTag>}
            </View>
            <View className="hy-notice-brief__time">
              <Icon name="clock" size="sm" />
              <Text className="hy-notice-brief__when">{spanWords(notice.startsAt, notice.endsAt, now)}</Text>
            </View>
            <Text className="hy-notice-brief__todo">{notice.whatToDo}</Text>
          </View>
        </Tap>
        {isElder ? (
          <View className="hy-notice-brief__aloud">
            <ReadAloud words={spokenWords(notice, now)} about={notice.title} />
          </View>
        ) : null}
      </View>
      <NoticeAnswer notice={notice} isPreview={false} isShort={isElder} />
    </View>
  );
}
