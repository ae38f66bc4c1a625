import { Text, View } from '@tarojs/components';
import { formatAgo, MINUTE } from '@domain/kernel/time';
import type { NoticeView } from '@domain/notices/notice.schema';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { ReadAloud } from '@/components/read-aloud';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { LevelMark } from './level-mark';
import { NoticeAnswer } from './notice-answer';
import { phaseOf, phaseWords, spanWords, spokenWords } from './notice-words';
import './notice-card.scss';

type NoticeCardProps = {
  notice: NoticeView;
  /** Opens the whole notice. With it the card is short: long texts are cut, an answered notice folds. */
  onTap?: (() => void) | undefined;
  /** Drawn as a resident will see it once it is published; its buttons send nothing. */
  isPreview?: boolean | undefined;
  /** Called after the card's own buttons have sent the reader's answer. */
  onAnswer?: ((answered: NoticeView) => void) | undefined;
};

/** A safety notice: how serious, what happens, when, what to do, and the reader's answer. */
export function NoticeCard({ notice, onTap, isPreview = false, onAnswer }: NoticeCardProps) {
  const now = useNow(MINUTE);
  const phase = isPreview ? 'upcoming' : phaseOf(notice, now);
  const isOff = phase === 'over' || phase === 'cancelled';
  const isFolded = onTap !== undefined && (notice.myAnswer !== null || isOff);
  const reading = (
    <>
      <View className="hy-notice__band">
        <LevelMark level={notice.level} kind={notice.kind} isOff={isOff} />
        <Text className="hy-notice__phase">{isPreview ? '即将发布' : phaseWords(notice, now)}</Text>
      </View>
      <View className="hy-notice__text">
        <Mark notice={notice} />
        <Text className="hy-notice__title">{notice.title}</Text>
        <View className="hy-notice__time">
          <Icon name="clock" size="sm" />
          <Text className="hy-notice__span">{spanWords(notice.startsAt, notice.endsAt, now)}</Text>
        </View>
        {notice.cancelReason ? (
          <Text className="hy-notice__cancel">取消原因：{notice.cancelReason}</Text>
        ) : null}
        {isFolded ? null : <NoticeWords notice={notice} />}
        <Text className="hy-notice__issuer">{sourceWords(notice, now)}</Text>
      </View>
    </>
  );
  return (
    <View className={classNames('hy-notice', `hy-notice--${notice.level}`, isOff && 'hy-notice--off')}>
      {onTap ? (
        <Tap className="hy-notice__reading hy-notice__reading--short" onTap={onTap}>
          {reading}
        </Tap>
      ) : (
        <View className="hy-notice__reading">
          {reading}
          {isPreview ? null : <ReadAloud words={spokenWords(notice, now)} about={notice.title} />}
        </View>
      )}
      <NoticeAnswer notice={notice} isPreview={isPreview} onAnswer={onAnswer} />
    </View>
  );
}

const NoticeWords = ({ notice }: { notice: NoticeView }) => (
  <>
    <Text className="hy-notice__body">{notice.body}</Text>
    <View className="hy-notice__todo">
      <Text className="hy-notice__todo-title">要怎么做</Text>
      <Text className="hy-notice__todo-words">{notice.whatToDo}</Text>
    </View>
  </>
);

/** What changed since it was first published. */
function Mark({ notice: { status, revisedAt } }: { notice: NoticeView }) {
  if (status !== 'cancelled' && revisedAt === null) return null;
  return (
    <View className="hy-notice__mark">
      {status === 'cancelled' ? (
        <StatusTag tone="danger">已取消，不用再准备</StatusTag>
      ) : (
        <StatusTag tone="active">已更新</StatusTag>
      )}
    </View>
  );
}

function sourceWords({ issuer, publishedAt, revisedAt }: NoticeView, now: number): string {
  if (revisedAt !== null) return `${issuer} · ${formatAgo(revisedAt, now)}更新`;
  return publishedAt === null ? issuer : `${issuer} · ${formatAgo(publishedAt, now)}发布`;
}
