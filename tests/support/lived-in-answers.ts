import { askDesk, replyInThread } from '@domain/desk/desk.actions';
import { draftFaq } from '@domain/desk/faq-keeping.actions';
import {
  answerPublic,
  followPublic,
  grantVetting,
  makePublic,
  publishPublic,
} from '@domain/desk/public-question.actions';
import { cast } from './cast';
import type { Visit } from './lived-in-community';
import type { RunningCommunity } from './running-community';

const { auntieZhang, uncleLi, volunteerChen, staffZhao } = cast;

/** An entry in the making, a public question with a neighbour's answer, another that waits for staff. */
export async function answersIn(community: RunningCommunity): Promise<readonly Visit[]> {
  const asked = async (text: string) =>
    (await community.must(uncleLi, askDesk, { message: { text } })).thread.threadId;
  const threadId = await asked('老年卡在哪里办，要带什么');
  await community.must(staffZhao, replyInThread, {
    threadId,
    message: { text: '带身份证和照片，到街道便民服务中心办理。' },
  });
  const draft = await community.must(staffZhao, draftFaq, {
    entry: {
      question: '门禁卡丢了在哪里补办？',
      answer: '',
      keywords: ['门禁卡', '楼门卡'],
      source: '',
      ownerId: staffZhao.personId,
      reviewOn: '',
    },
  });
  const made = await community.must(staffZhao, makePublic, { threadId });
  const { questionId } = made.card;
  await community.must(staffZhao, publishPublic, {
    questionId,
    version: made.version,
    question: '老年卡在哪里办，要带什么材料？',
    detail: '第一次办，不知道要不要照片。',
    answer: '带身份证和近期照片，到街道便民服务中心办理。',
  });
  const { personId } = volunteerChen;
  await community.must(staffZhao, grantVetting, { personId, role: 'policyExpert', note: '退休前在社保所' });
  const text = '我上周刚办的，照片两张，当场就拿到卡。';
  await community.must(volunteerChen, answerPublic, { questionId, text });
  await community.must(auntieZhang, followPublic, { questionId });
  const waiting = await community.must(staffZhao, makePublic, {
    threadId: await asked('旧沙发可以放在哪里'),
  });
  const visit = (page: string, query = '', actor = staffZhao): Visit => ({ page, query, actor });
  return [
    visit('desk/public', '', auntieZhang),
    visit('desk/public-question', `questionId=${questionId}`, volunteerChen),
    visit('answers/list'),
    visit('answers/edit', `faqId=${draft.card.faqId}`),
    visit('answers/figures'),
    visit('answers/public'),
    visit('answers/public-edit', `questionId=${questionId}`),
    visit('answers/public-edit', `questionId=${waiting.card.questionId}`),
    visit('answers/vetting'),
  ];
}
