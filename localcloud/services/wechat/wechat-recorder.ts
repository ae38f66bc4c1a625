import type { Clock } from '../../clock';
import { WECHAT_LIMITS } from '../../limits';
import type { Log } from '../../log';
import { CloudError } from '../../protocol/cloud-error';
import { RAW_REPLY, textParam, type Params } from '../../protocol/params';
import type { Engine } from '../../store/engine';
import { readOpenApiRequest, writeOpenApiReply, type RecordedFile } from './openapi-message';

/**
 * One call of a WeChat server API: what was asked, and what WeChat is taken to have answered.
 * Files in either are `{ contentType?, fileName?, base64 }`.
 */
export type WechatCall = { apiName: string; request: unknown; response: object; at: string };

/** A picture or another file as WeChat's answer (a mini-program code, for instance). */
export type WechatFile = { contentType: string; bytes: Buffer };

/** Decides an answer; what it returns goes back to the function that called. */
export type WechatAnswer = (request: unknown) => object | WechatFile;

const SENT: WechatAnswer = () => ({ errcode: 0, errmsg: 'ok' });

/**
 * Stands in for WeChat's servers: records every call (`wx.api` of node-sdk, `wx.openApi` of wx-server-sdk's
 * `cloud.openapi.*`) and answers that it went well, unless told otherwise.
 */
export class WechatRecorder {
  private readonly answers = new Map<string, WechatAnswer>();
  private hasWarned = false;

  /** `log` is told, once, that nothing is sent: for a service, where somebody may wait for the message. */
  constructor(
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    engine.prepare(() =>
      engine.exec(
        'CREATE TABLE IF NOT EXISTS wechat_calls (n INTEGER PRIMARY KEY, api_name TEXT NOT NULL, request TEXT NOT NULL, response TEXT NOT NULL, at INTEGER NOT NULL)',
      ),
    );
  }

  readonly actions = {
    'wx.api': async (params: Params): Promise<Params> => {
      const apiName = textParam(params, 'apiName');
      const data = params['requestData'];
      const request: unknown = JSON.parse(typeof data === 'string' && data !== '' ? data : '{}');
      const response = this.decide(apiName, request);
      if (isFile(response))
        throw new CloudError(
          'INVALID_PARAM',
          `a file answers ${apiName} here, which callWxOpenApi cannot read; cloud.openapi can`,
        );
      await this.record(apiName, request, response);
      return { data: { responseData: JSON.stringify(response) } };
    },

    'wx.openApi': async (params: Params): Promise<Params> => {
      const apiName = textParam(params, 'apiName');
      const message = params['requestData'];
      if (!Buffer.isBuffer(message)) throw new CloudError('INVALID_PARAM', 'requestData must be bytes');
      const request = readOpenApiRequest(apiName, message);
      const response = this.decide(apiName, request);
      await this.record(apiName, request, isFile(response) ? recorded(response) : response);
      const reply = isFile(response)
        ? writeOpenApiReply(response.contentType, response.bytes)
        : writeOpenApiReply('application/json', Buffer.from(JSON.stringify(response)));
      return { [RAW_REPLY]: reply };
    },
  };

  private decide(apiName: string, request: unknown): object | WechatFile {
    return (this.answers.get(apiName) ?? SENT)(request);
  }

  private async record(apiName: string, request: unknown, response: object): Promise<void> {
    this.warnOnce(apiName);
    await this.engine.write(() => {
      const { rowId } = this.engine.run(
        'INSERT INTO wechat_calls (api_name, request, response, at) VALUES (?, ?, ?, ?)',
        [apiName, JSON.stringify(request), JSON.stringify(response), this.clock.now().getTime()],
      );
      this.engine.run('DELETE FROM wechat_calls WHERE n <= ?', [rowId - WECHAT_LIMITS.keptCalls]);
    });
  }

  private warnOnce(apiName: string): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    this.log({
      level: 'warn',
      message:
        'calls of WeChat are recorded and answered here, not sent: nobody receives these messages (see docs/SERVICE.md)',
      apiName,
    });
  }

  /**
   * From now on calls of this API get this answer: an object (a refusal WeChat might give, for instance) or a file.
   * `apiName` is a path for node-sdk (`/cgi-bin/message/subscribe/send`), a name for `cloud.openapi`
   * (`subscribeMessage.send`).
   */
  answer(apiName: string, decide: WechatAnswer): void {
    this.answers.set(apiName, decide);
  }

  /** The last calls, newest first. */
  latest(count: number): WechatCall[] {
    return this.read('ORDER BY n DESC LIMIT ?', [count]);
  }

  /** Every call that is kept, oldest first. */
  sent(): WechatCall[] {
    return this.read('ORDER BY n', []);
  }

  private read(order: string, params: readonly number[]): WechatCall[] {
    return this.engine
      .all<[string, string, string, number]>(
        `SELECT api_name, request, response, at FROM wechat_calls ${order}`,
        params,
      )
      .map(([apiName, request, response, at]) => ({
        apiName,
        request: JSON.parse(request),
        response: JSON.parse(response),
        at: new Date(at).toISOString(),
      }));
  }
}

function isFile(answer: object): answer is WechatFile {
  return 'bytes' in answer && Buffer.isBuffer(answer.bytes) && 'contentType' in answer;
}

function recorded({ contentType, bytes }: WechatFile): RecordedFile {
  return { contentType, base64: bytes.toString('base64') };
}
