import { Text, View } from '@tarojs/components';
import { labelOf } from '@domain/kernel/workflow';
import { formatAgo, MINUTE } from '@domain/kernel/time';
import { NOTICE_KIND_LABELS, type NoticeView } from '@domain/notices/notice.schema';
import { noticeWorkflow } from '@domain/notices/notice.workflow';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { LevelTag } from '@/components/level-tag';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { StatusTag, type StatusTone } from '@/components/status-tag';
import { useNow } from '@/services/clock';
import { phaseWords, spanWords } from './notice-words';
import './staff-notice-card.scss';

const TONES: Readonly<Record<NoticeView['status'], StatusTone>> = {
  draft: 'waiting',
  published: 'active',
  cancelled: 'danger',
  ended: 'muted',
  discarded: 'muted',
};

type StaffNoticeCardProps = { notice: NoticeView; updatedAt: number; onTap?: (() => void) | undefined };

/** A notice in the staff's list: what, when, for whom, how far. */
export function StaffNoticeCard({ notice, updatedAt, onTap }: StaffNoticeCardProps) {
  const now = useNow(MINUTE);
  const { status, level, kind, title, startsAt, endsAt, targetLabel, revision } = notice;
  const state = status === 'published' ? phaseWords(notice, now) : labelOf(noticeWorkflow, status);
  return (
    <Card onTap={onTap}>
      <Stack gap="sm">
        <Row isSpread isWrapping>
          <Row gap="xs">
            <LevelTag level={level} />
            <Text className="hy-staff-notice__kind">{NOTICE_KIND_LABELS[kind]}</Text>
          </Row>
          <StatusTag tone={TONES[status]}>{state}</StatusTag>
        </Row>
        <Text className="hy-staff-notice__title">{title}</Text>
        <Fact icon="clock" words={spanWords(startsAt, endsAt, now)} />
        <Fact icon="people" words={targetLabel} />
        <Text className="hy-staff-notice__note">
          {`${revision > 1 ? `第${revision}版 · ` : ''}${formatAgo(updatedAt, now)}改动`}
        </Text>
      </Stack>
    </Card>
  );
}

const Fact = ({ icon, words }: { icon: 'clock' | 'people'; words: string }) => (
  <View className="hy-staff-notice__fact">
    <Icon name={icon} size="sm" />
    <Text className="hy-staff-notice__words">{words}</Text>
  </View>
);
