import type { CloudBase } from '@cloudbase/node-sdk';
import { factsOf, type Log } from './log';

/** A one-time subscribe message to one person. Values are cut to what the template takes. */
export type SubscribeMessage = {
  readonly openid: string;
  /** The page a tap opens, with its query. */
  readonly page: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** `unwanted`: WeChat says that this person has not allowed one. */
export type PushOutcome = 'sent' | 'unwanted' | 'failed';

export type Wechat = {
  /** Null where the mini-program has no template for the desk: then nothing is sent. */
  readonly dutyTemplateId: string | null;
  /** Best effort: never throws. The line in the app is what carries the guarantee. */
  sendDuty(message: SubscribeMessage): Promise<PushOutcome>;
  /** The same for residents who are told of an answer. */
  readonly replyTemplateId: string | null;
  sendReply(message: SubscribeMessage): Promise<PushOutcome>;
};

const SEND = '/cgi-bin/message/subscribe/send';
/** WeChat: "user refuse to accept the msg", and the switch for all messages is off. */
const REFUSED = [43101, 43107];

type Templates = Pick<Wechat, 'dutyTemplateId' | 'replyTemplateId'>;

/** The door to WeChat's server APIs, through the SDK. */
export function createWechat(
  app: CloudBase,
  { dutyTemplateId, replyTemplateId }: Templates,
  log: Log,
): Wechat {
  const sender =
    (templateId: string | null) =>
    async ({ openid, page, fields }: SubscribeMessage): Promise<PushOutcome> => {
      if (!templateId) return 'unwanted';
      const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
      try {
        const reply = await app.callWxOpenApi({
          apiName: SEND,
          requestData: { touser: openid, template_id: templateId, page, data },
        });
        return outcomeOf(codeIn(reply.result), log);
      } catch (error) {
        log('push.failed', factsOf(error));
        return 'failed';
      }
    };
  return {
    dutyTemplateId,
    sendDuty: sender(dutyTemplateId),
    replyTemplateId,
    sendReply: sender(replyTemplateId),
  };
}

function outcomeOf(code: number, log: Log): PushOutcome {
  if (code === 0) return 'sent';
  if (REFUSED.includes(code)) return 'unwanted';
  log('push.failed', { code });
  return 'failed';
}

/** The SDK hands WeChat's answer on as text or as an object. */
function codeIn(result: unknown): number {
  const answer: unknown = typeof result === 'string' ? JSON.parse(result) : result;
  const code = answer !== null && typeof answer === 'object' ? Reflect.get(answer, 'errcode') : undefined;
  return typeof code === 'number' ? code : 0;
}
