import { Text } from '@tarojs/components';
import { openPublic } from '@domain/desk/public-question.actions';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Row } from '@/components/row';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { AnswerBox } from '@/features/faq/answer-box';
import { JudgeWays } from '@/features/faq/judge-ways';
import { PublicAnswerCard } from '@/features/faq/public-answer';
import { PublicFields } from '@/features/faq/public-fields';
import { questionStanding } from '@/features/faq/public-words';
import { useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** 审核公开答复: words without anybody in them first; then the neighbours' answers, each confirmed or set right. */
export default function PublicReviewEditPage() {
  const { questionId = '' } = useParams<{ questionId: string }>();
  const read = useRead(openPublic, { questionId });
  const page = read.data?.page;
  if (!read.data || !page)
    return (
      <Screen title="审核公开答复">
        {read.isLoading ? <Skeleton rows={4} /> : null}
        <FailureNote failure={read.failure} onRetry={() => void read.refresh()} />
      </Screen>
    );
  const { tone, words } = questionStanding(page.card);
  if (page.card.status === 'proposed')
    return (
      <Screen title="审核公开答复">
        <Stack>
          <Card tone="waiting">
            <Text>已自动去掉姓名、电话、门牌。请再看一遍，确认看不出是谁家的事，再公开。</Text>
          </Card>
          <PublicFields page={page} officialDraft={read.data.officialDraft} />
        </Stack>
      </Screen>
    );
  return (
    <Screen title="审核公开答复" onRefresh={read.refresh}>
      <Stack gap="lg">
        <Card>
          <Stack gap="sm">
            <Row>
              <StatusTag tone={tone}>{words}</StatusTag>
            </Row>
            <Text className="hy-faq-row__question">{page.card.question}</Text>
            {page.detail === '' ? null : <Text userSelect>{page.detail}</Text>}
          </Stack>
        </Card>
        <Section title="解答" hint="核对过的会标明是谁核对的">
          <Stack>
            {page.answers.length === 0 ? <Empty icon="chat" title="还没有解答" /> : null}
            {page.answers.map((answer) => (
              <PublicAnswerCard
                key={answer.answerId}
                answer={answer}
                ways={
                  answer.capacity === 'staff' ? null : <JudgeWays questionId={questionId} answer={answer} />
                }
              />
            ))}
          </Stack>
        </Section>
        {page.canAnswer ? <AnswerBox questionId={questionId} /> : null}
      </Stack>
    </Screen>
  );
}
