import { Text } from '@tarojs/components';
import { followPublic, getPublic } from '@domain/desk/public-question.actions';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Row } from '@/components/row';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { useReplyNotice } from '@/features/desk/reply-notice';
import { AnswerBox } from '@/features/faq/answer-box';
import { AnswerWays } from '@/features/faq/answer-ways';
import { PublicAnswerCard } from '@/features/faq/public-answer';
import { questionStanding } from '@/features/faq/public-words';
import { toast } from '@/services/feedback';
import { switchTo, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useAction } from '@/services/use-action';

/** 公开答复: a neighbour's question without their name, what the desk and vetted neighbours say, and "me too". */
export default function PublicQuestionPage() {
  const { questionId = '' } = useParams<{ questionId: string }>();
  const read = useRead(getPublic, { questionId });
  const following = useAction(followPublic, { refresh: ['public'] });
  const notice = useReplyNotice();
  const page = read.data;
  if (!page)
    return (
      <Screen title="公开答复" onRefresh={read.refresh}>
        {read.isLoading ? <Skeleton rows={4} /> : null}
        <FailureNote failure={read.failure} onRetry={() => void read.refresh()} />
      </Screen>
    );
  const { card, detail, answers } = page;
  const { tone, words } = questionStanding(card);
  const follow = async () => {
    // Before anything else: WeChat asks only right after the tap.
    if (notice && notice.left === 0) await notice.ask();
    const done = await following.run({ questionId });
    toast(done.ok ? '记下了，有新解答在这里看' : done.error.words, done.ok ? 'done' : 'warn');
  };
  return (
    <Screen title="公开答复" onRefresh={read.refresh}>
      <Stack gap="lg">
        <Card>
          <Stack gap="md">
            <Row>
              <StatusTag tone={tone}>{words}</StatusTag>
            </Row>
            <Text className="hy-faq-row__question">{card.question}</Text>
            {detail === '' || detail === card.question ? null : <Text userSelect>{detail}</Text>}
            {card.status === 'proposed' ? (
              <Text className="hy-faq-row__facts">社区核对过、确认没有个人信息以后，邻居才看得到。</Text>
            ) : null}
            {card.status === 'open' ? (
              <Row>
                {card.isMine ? null : (
                  <Button
                    tone="secondary"
                    isBusy={following.isPending}
                    isDisabled={page.isFollowing}
                    onTap={() => void follow()}
                  >
                    {page.isFollowing ? '已关注' : '我也遇到'}
                  </Button>
                )}
                <Text className="hy-faq-row__facts">
                  {card.followCount > 0 ? `${card.followCount}位邻居也遇到` : '还没有邻居说也遇到'}
                </Text>
              </Row>
            ) : null}
          </Stack>
        </Card>
        {card.status === 'open' ? (
          <Section title="解答" hint="按时间排，不比高低">
            <Stack>
              {answers.length === 0 ? (
                <Empty icon="chat" title="还没有人解答" hint="值班人员和政策小达人会来看" />
              ) : null}
              {answers.map((answer) => (
                <PublicAnswerCard
                  key={answer.answerId}
                  answer={answer}
                  ways={<AnswerWays questionId={questionId} answer={answer} isMine={card.isMine} />}
                />
              ))}
            </Stack>
          </Section>
        ) : null}
        {page.canAnswer ? <AnswerBox questionId={questionId} /> : null}
        <Button tone="quiet" block onTap={() => switchTo('/pages/tabs/desk/index')}>
          没解决，问值班人员
        </Button>
      </Stack>
    </Screen>
  );
}
