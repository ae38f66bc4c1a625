/** The far side of the client's only door: `fetch`. A test says what the cloud answers; everything on this side is real. */
type Sent = { audience: string; action: string; input: unknown; key?: string; token: string };
type Answer =
  | { ok: true; data: unknown }
  | { ok: false; code: string; issues?: readonly unknown[] }
  | 'lost'
  | 'expired'
  | 'garbled';
type Answers = Readonly<Record<string, (input: never) => Answer | Promise<Answer>>>;

export const gives = (data: unknown): Answer => ({ ok: true, data });
export const refuses = (code: string, issues?: readonly unknown[]): Answer => ({
  ok: false,
  code,
  ...(issues ? { issues } : {}),
});

const replyTo = (answer: Answer): { status: number; body: unknown } => {
  if (answer === 'expired') return { status: 401, body: { requestId: 'r1', code: 'SESSION_EXPIRED' } };
  if (answer === 'garbled') return { status: 502, body: 'not json' };
  return { status: 200, body: { requestId: 'r1', result: { requestId: 'r1', ...Object(answer) } } };
};

const response = (status: number, body: unknown) => ({
  status,
  ok: status < 400,
  json: async (): Promise<unknown> => {
    if (body === 'not json') throw new SyntaxError('Unexpected token <');
    return JSON.parse(JSON.stringify(body));
  },
});

/** Answers actions by name, and other paths by path. @returns what was sent, in order. */
export function openCloud(answers: Answers, paths: Readonly<Record<string, () => unknown>> = {}): Sent[] {
  const sent: Sent[] = [];
  const door = async (path: string, request: { headers?: Record<string, string>; body?: string } = {}) => {
    const other = paths[path.split('?')[0] ?? ''];
    if (other) return other();
    // This server tells nobody of changes: pages ask by themselves.
    if (path === '/live') return response(404, {});
    const { action, input, key } = JSON.parse(request.body ?? '{}').data;
    const token = request.headers?.authorization ?? '';
    sent.push({ audience: path.replace('/call/', ''), action, input, token, ...(key ? { key } : {}) });
    const answer = await answers[action]?.(Object(input) as never);
    if (answer === undefined) throw new Error(`the test has no answer for ${String(action)}`);
    if (answer === 'lost') throw new TypeError('Failed to fetch');
    const { status, body } = replyTo(answer);
    return response(status, body);
  };
  Object.assign(globalThis, { fetch: door });
  return sent;
}

export const answered = (status: number, body: unknown) => () => response(status, body);
