import { REPLY_NOTICE, REPLY_TEMPLATE, replyCreditsOf } from '@domain/desk/reply-notice';
import type * as actions from '@domain/desk/reply-notice';
import type { Thread } from '@domain/desk/thread.schema';
import { ok } from '@domain/kernel/result';
import { formatAt } from '@domain/kernel/time';
import type { Handler } from '@cloud/platform/binding';
import type { Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import type { DutyRepository } from './duty.repository';
import type { NoticeRepository } from './notice.repository';
import { addAllowance } from './tell-duty';

type Wechat = Platform['wechat'];

export const getReplyCredits =
  (duty: DutyRepository, wechat: Wechat): Handler<typeof actions.getReplyCredits> =>
  async ({ person }) => {
    const credits = await duty.allowances.collection.get(replyCreditsOf(person.personId));
    return ok({ templateId: wechat.replyTemplateId, left: credits?.left ?? 0 });
  };

export const allowReplyPush =
  (duty: DutyRepository): Handler<typeof actions.allowReplyPush> =>
  (caller) =>
    addAllowance(duty, caller, replyCreditsOf(caller.person.personId));

type Where = { readonly matter: string; readonly hint: string; readonly page: string };

/** One message to one person, if they allowed one; the credit is spent before WeChat is asked, so none goes twice. */
async function push(
  duty: DutyRepository,
  people: PeopleRepository,
  wechat: Wechat,
  personId: string,
  { matter, hint, page }: Where,
  at: number,
): Promise<boolean> {
  if (!(await duty.spendPush(replyCreditsOf(personId)))) return false;
  const person = await people.collection.get(personId);
  if (!person) return false;
  const fields = {
    [REPLY_TEMPLATE.matter]: matter,
    [REPLY_TEMPLATE.time]: formatAt(at, 'YYYY-MM-DD HH:mm'),
    [REPLY_TEMPLATE.hint]: hint,
  };
  return (await wechat.sendReply({ openid: person.openid, page, fields })) === 'sent';
}

/**
 * Tells who follows a public question (我也遇到) that the community added something, so many in a run. Each follower is
 * claimed by a conditional update first. Returns how many were told.
 */
export const tellFollowers =
  (notices: NoticeRepository, duty: DutyRepository, people: PeopleRepository, wechat: Wechat) =>
  async (now: number): Promise<number> => {
    if (!wechat.replyTemplateId) return 0;
    const [question] = await notices.withNews(now, 1);
    if (!question?.tellFollowers) return 0;
    const { at, after } = question.tellFollowers;
    const marks = await notices.followersAfter(question._id, after, REPLY_NOTICE.batch);
    const isFresh = now - at <= REPLY_NOTICE.staleAfterMs && question.status === 'open';
    const where = {
      matter: '您关注的公开问题',
      hint: '有新的答复，请点开查看',
      page: `pages/desk/public-question/index?questionId=${question._id}`,
    };
    let told = 0;
    for (const mark of isFresh ? marks : []) {
      if (!(await notices.claimFollower(mark, at))) continue;
      if (await push(duty, people, wechat, mark.personId, where, now)) told += 1;
    }
    const last = marks[marks.length - 1];
    const isEnd = !isFresh || !last || marks.length < REPLY_NOTICE.batch;
    await notices.moveOn(question._id, at, isEnd ? null : last._id);
    return told;
  };

const hasRead = ({ askerReadSeq, tail }: Thread): boolean =>
  !tail.some(({ side, seq }) => side === 'desk' && seq > askerReadSeq);

/**
 * Tells whoever has not opened the desk's answer within some seconds. The mark is taken off before anything is sent, by
 * one conditional update: a timer that dies tells nobody twice. Returns how many were told.
 */
export const tellAskers =
  (notices: NoticeRepository, duty: DutyRepository, people: PeopleRepository, wechat: Wechat) =>
  async (now: number): Promise<number> => {
    if (!wechat.replyTemplateId) return 0;
    let told = 0;
    for (const thread of await notices.answeredBy(now, REPLY_NOTICE.batch)) {
      const dueAt = thread.tellAskerAt ?? 0;
      if (!(await notices.takeMarkOff(thread._id, dueAt))) continue;
      if (hasRead(thread) || now - dueAt > REPLY_NOTICE.staleAfterMs) continue;
      const where = {
        matter: '您向服务台说的事',
        hint: '值班人员答复了，请点开查看',
        page: `pages/desk/thread/index?threadId=${thread._id}`,
      };
      if (await push(duty, people, wechat, thread.askerId, where, now)) told += 1;
    }
    return told;
  };
