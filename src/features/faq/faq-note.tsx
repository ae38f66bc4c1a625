import { Text } from '@tarojs/components';
import type { FaqSheet } from '@domain/desk/faq-keeping.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { go } from '@/services/navigate';
import { factsOf, standingOf } from './faq-words';

type Props = { saved: FaqSheet | null; maskedCount: number | null };

/** How the entry stands, and what its keeper should know before publishing it. */
export function FaqNote({ saved, maskedCount }: Props) {
  if (saved) {
    const { tone, words } = standingOf(saved.card);
    return (
      <Card tone={saved.card.isOverdue ? 'danger' : 'plain'}>
        <Stack gap="xs">
          <Row>
            <StatusTag tone={tone}>{words}</StatusTag>
          </Row>
          <Text>{factsOf(saved.card)}</Text>
          {saved.threadId === null ? null : <FromThread threadId={saved.threadId} />}
          {saved.card.isOverdue ? <Text>过了核对日期，居民打字时已不再当作现行答案推荐。</Text> : null}
          {saved.refusedCount > 0 ? (
            <Text>{`有${saved.refusedCount}人看了这条还是来问，答案也许该改一改。`}</Text>
          ) : null}
        </Stack>
      </Card>
    );
  }
  if (maskedCount === null) return null;
  return (
    <Card tone="waiting">
      <Text>
        {maskedCount > 0
          ? `已从会话里去掉${maskedCount}处姓名、电话、门牌。请再看一遍，改成大家都能用的话再发布。`
          : '内容来自一次会话，请去掉个人信息，改成大家都能用的话再发布。'}
      </Text>
    </Card>
  );
}

const FromThread = ({ threadId }: { threadId: string }) => (
  <Row>
    <Button tone="secondary" onTap={() => go('/pages/staff/thread/index', { threadId })}>
      看原来的会话
    </Button>
  </Row>
);
