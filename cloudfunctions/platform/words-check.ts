import type { CloudBase } from '@cloudbase/node-sdk';
import { factsOf, type Log } from './log';

/**
 * What becomes of words that others are to see. `passed`: they see them at once. `held`: staff read them first.
 * `refused`: they are not stored.
 */
export type WordsVerdict = 'passed' | 'held' | 'refused';

export type WordsCheck = {
  /** Never throws: what could not be checked is held. @param openid of who wrote the words, present within two hours. */
  check(openid: string, words: string): Promise<WordsVerdict>;
};

const CHECK = '/wxa/msg_sec_check';
const VERSION = 2;
/** WeChat's kinds of place where words stand; this one is a forum. */
const FORUM = 3;
/** WeChat takes so many characters at once; our own limits are far below. */
const WORDS_MAX = 2_500;

/**
 * WeChat's own check of texts (`msgSecCheck` 2.0), through the SDK.
 * Source: developers.weixin.qq.com, security.msgSecCheck.
 */
export const createWordsCheck = (app: CloudBase, log: Log): WordsCheck => ({
  async check(openid, words) {
    try {
      const { result } = await app.callWxOpenApi({
        apiName: CHECK,
        requestData: { openid, scene: FORUM, version: VERSION, content: words.slice(0, WORDS_MAX) },
      });
      return verdictIn(typeof result === 'string' ? JSON.parse(result) : result, log);
    } catch (error) {
      log('words.unchecked', factsOf(error));
      return 'held';
    }
  },
});

/** An answer without a verdict is none: localcloud has no WeChat behind it, and people read instead. */
function verdictIn(answer: unknown, log: Log): WordsVerdict {
  const suggest = field(field(answer, 'result'), 'suggest');
  if (suggest === 'pass') return 'passed';
  if (suggest === 'risky') return 'refused';
  if (suggest !== 'review') log('words.unchecked', { code: Number(field(answer, 'errcode') ?? 0) });
  return 'held';
}

const field = (of: unknown, name: string): unknown =>
  of !== null && typeof of === 'object' ? Reflect.get(of, name) : undefined;
