import type { Clock } from '../../clock';
import { textParam, type Params } from '../../protocol/params';
import type { Engine } from '../../store/engine';

/** One call of a WeChat server API: what was asked, and what WeChat is taken to have answered. */
export type WechatCall = { apiName: string; request: unknown; response: object; at: string };

/** Decides an answer; what it returns goes back to the function that called. */
export type WechatAnswer = (request: unknown) => object;

const SENT: WechatAnswer = () => ({ errcode: 0, errmsg: 'ok' });

/** Stands in for WeChat's servers: records every `wx.api` call and answers that it went well, unless told otherwise. */
export class WechatRecorder {
  private readonly answers = new Map<string, WechatAnswer>();

  constructor(
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {
    engine.setUp(() =>
      engine.exec(
        'CREATE TABLE IF NOT EXISTS wechat_calls (n INTEGER PRIMARY KEY, api_name TEXT NOT NULL, request TEXT NOT NULL, response TEXT NOT NULL, at INTEGER NOT NULL)',
      ),
    );
  }

  readonly actions = {
    'wx.api': async (params: Params): Promise<Params> => {
      const apiName = textParam(params, 'apiName');
      const text =
        typeof params['requestData'] === 'string' && params['requestData'] !== ''
          ? params['requestData']
          : '{}';
      const response = JSON.stringify((this.answers.get(apiName) ?? SENT)(JSON.parse(text)));
      await this.engine.write(() =>
        this.engine.run('INSERT INTO wechat_calls (api_name, request, response, at) VALUES (?, ?, ?, ?)', [
          apiName,
          text,
          response,
          this.clock.now().getTime(),
        ]),
      );
      return { data: { responseData: response } };
    },
  };

  /** From now on calls of this API get this answer (a refusal WeChat might give, for instance). */
  answer(apiName: string, decide: WechatAnswer): void {
    this.answers.set(apiName, decide);
  }

  /** Every call, oldest first. */
  sent(): WechatCall[] {
    return this.engine
      .all<[string, string, string, number]>(
        'SELECT api_name, request, response, at FROM wechat_calls ORDER BY n',
      )
      .map(([apiName, request, response, at]) => ({
        apiName,
        request: JSON.parse(request),
        response: JSON.parse(response),
        at: new Date(at).toISOString(),
      }));
  }
}
