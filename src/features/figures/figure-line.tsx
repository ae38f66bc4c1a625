import { Text, View } from '@tarojs/components';
import type { FigureRow } from '@domain/desk/figures.schema';
import { RATING_WORDS } from '@domain/desk/thread.schema';
import { threadWorkflow } from '@domain/desk/thread.workflow';
import { formatDuration, formatWhen } from '@domain/kernel/time';
import { labelOf } from '@domain/kernel/workflow';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { StatusTag } from '@/components/status-tag';
import './figure-line.scss';

type Props = { row: FigureRow; onOpen: () => void };

const replyWords = ({ repliedAfter, isInTime }: FigureRow): string => {
  if (repliedAfter === null) return '还没有答复';
  return `${formatDuration(repliedAfter)}后答复${isInTime ? '' : '，超过承诺'}`;
};

/** One conversation behind a number: what, when, where, and how it went; nobody's name. */
export const FigureLine = ({ row, onOpen }: Props) => (
  <Card
    onTap={onOpen}
    label={`${row.title}，${formatWhen(row.askedAt)}，${labelOf(threadWorkflow, row.status)}`}
  >
    <View className="hy-figure-line">
      <Text className="hy-figure-line__title">{row.title}</Text>
      <Text className="hy-figure-line__facts">
        {`${formatWhen(row.askedAt)} · ${row.topic} · ${row.buildingName || '楼栋未登记'}`}
      </Text>
      <Text className="hy-figure-line__facts">{replyWords(row)}</Text>
      <Row isWrapping>
        <StatusTag tone="muted">{labelOf(threadWorkflow, row.status)}</StatusTag>
        {row.score ? (
          <StatusTag tone={row.score === 'bad' ? 'danger' : 'done'}>{RATING_WORDS[row.score]}</StatusTag>
        ) : null}
      </Row>
    </View>
  </Card>
);
