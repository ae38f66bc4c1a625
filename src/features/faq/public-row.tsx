import { Text } from '@tarojs/components';
import type { PublicCard } from '@domain/desk/public-question.schema';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { questionStanding } from './public-words';
import './faq-card-row.scss';

/** A public question in a list. */
export function PublicRow({ card, onTap }: { card: PublicCard; onTap: () => void }) {
  const { tone, words } = questionStanding(card);
  const facts = [
    card.isMine ? '我提的' : '',
    `${card.answerCount}条解答`,
    card.followCount > 0 ? `${card.followCount}位邻居也遇到` : '',
    card.pendingCount > 0 ? `${card.pendingCount}条待核对` : '',
  ];
  return (
    <Card onTap={onTap} label={`${card.question}，${words}`}>
      <Stack gap="xs">
        <Row isSpread align="start">
          <Text className="hy-faq-row__question">{card.question}</Text>
          <StatusTag tone={tone}>{words}</StatusTag>
        </Row>
        <Text className="hy-faq-row__facts">{facts.filter((fact) => fact !== '').join(' · ')}</Text>
      </Stack>
    </Card>
  );
}
