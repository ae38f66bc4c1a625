import { Text } from '@tarojs/components';
import type { FaqCard } from '@domain/desk/faq-keeping.schema';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { factsOf, standingOf } from './faq-words';
import './faq-card-row.scss';

/** An entry in the keepers' list: what is asked, who keeps it true, how it stands. */
export function FaqCardRow({ card, onTap }: { card: FaqCard; onTap: () => void }) {
  const { tone, words } = standingOf(card);
  return (
    <Card onTap={onTap} label={`${card.question}，${words}`}>
      <Stack gap="xs">
        <Row isSpread align="start">
          <Text className="hy-faq-row__question">{card.question}</Text>
          <StatusTag tone={tone}>{words}</StatusTag>
        </Row>
        <Text className="hy-faq-row__facts">{factsOf(card)}</Text>
        <Text className="hy-faq-row__facts">
          {`负责人：${card.ownerName}${card.source === '' ? '' : ` · 来源：${card.source}`}`}
        </Text>
      </Stack>
    </Card>
  );
}
