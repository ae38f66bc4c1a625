import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageOf } from '../../error-facts';
import type { Log } from '../../log';
import { CloudError } from '../../protocol/cloud-error';
import { sendJson, statusOf, type Route } from '../../protocol/http';
import type { FunctionsService } from '../functions/functions-service';
import type { Sessions } from '../identity/sessions';
import type { Hints, WatchedCollection } from './hints';

export type LiveDeclaration = {
  readonly collections: readonly WatchedCollection[];
  /** Asked, as the one who listens, which topics they may hear. */
  readonly topicsOf: {
    readonly functionName: string;
    readonly event: unknown;
    /** Reads the topics out of the function's answer; none when it refused. */
    readonly read: (result: unknown) => readonly string[];
  };
};

export const LIVE_LIMITS = {
  /** Streams of one person: tabs and devices. */
  perPerson: 10,
  inAll: 10_000,
  /** A comment goes over each stream so often, so that nobody on the way takes it for dead. */
  heartbeatMs: 25_000,
  /** Then a stream ends and its listener comes again: who they are and what they may hear is asked anew. */
  longestMs: 30 * 60_000,
  /** A listener who lets so much pile up does not read any more. */
  unreadBytes: 64 * 1024,
} as const;

type Stream = {
  response: ServerResponse;
  sessionId: string;
  authorization: string | undefined;
  endsAt: number;
};

export type LiveStreams = { route: Route; close(): void };

/**
 * `GET /live` with `Authorization: Bearer <session>`: server-sent events. Each says that something under some of the
 * listener's topics has changed, `event: changed` with `{ changes: [{ topic, … }] }` and the fields that are declared to
 * be told; what it is now, the listener asks for as always.
 */
export function liveStreams(parts: {
  declaration: LiveDeclaration;
  hints: Hints;
  functions: Pick<FunctionsService, 'invoke'>;
  sessions: Pick<Sessions, 'require' | 'onSignOut'>;
  log: Log;
}): LiveStreams {
  const { declaration, hints, functions, sessions, log } = parts;
  const streams = new Map<string, Set<Stream>>();
  let heartbeat: NodeJS.Timeout | undefined;
  let isClosed = false;

  sessions.onSignOut((id) => {
    for (const own of streams.values())
      for (const { sessionId, response } of own) if (sessionId === id) response.end();
  });

  const beat = (): void => {
    for (const own of streams.values()) for (const stream of own) keepAlive(stream);
  };
  const keepAlive = (stream: Stream): void => {
    const isOver = performance.now() > stream.endsAt || !hasSession(stream);
    if (isOver) stream.response.end();
    else if (stream.response.writableLength > LIVE_LIMITS.unreadBytes) stream.response.destroy();
    else stream.response.write(': still here\n\n');
  };
  const hasSession = ({ authorization }: Stream): boolean => {
    try {
      sessions.require(authorization);
      return true;
    } catch {
      return false;
    }
  };

  const open = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { authorization } = request.headers;
    const { openid, id: sessionId } = sessions.require(authorization);
    const own = streams.get(openid) ?? new Set();
    refuseTooMany(
      own.size,
      [...streams.values()].reduce((sum, { size }) => sum + size, 0),
    );
    const { functionName, event, read } = declaration.topicsOf;
    const { result } = await functions.invoke(functionName, event, { openid });
    if (isClosed || response.destroyed) {
      response.destroy();
      return;
    }
    const endsAt = performance.now() + LIVE_LIMITS.longestMs;
    const stream = { response, sessionId, authorization, endsAt };
    streams.set(openid, (streams.get(openid) ?? own).add(stream));
    heartbeat ??= setInterval(beat, LIVE_LIMITS.heartbeatMs);
    const silence = hints.listen(read(result), (changes) => {
      response.write(`event: changed\ndata: ${JSON.stringify({ changes })}\n\n`);
    });
    response.once('close', () => {
      silence();
      const left = streams.get(openid);
      left?.delete(stream);
      if (left?.size === 0) streams.delete(openid);
    });
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // nginx would otherwise keep events until it has a bufferful.
      'x-accel-buffering': 'no',
    });
    response.write(': listening\n\n');
  };

  const route: Route = async (request, response, url) => {
    if (url.pathname !== '/live' || request.method !== 'GET') return false;
    try {
      await open(request, response);
    } catch (error) {
      if (!(error instanceof CloudError)) {
        log({ level: 'error', message: 'a stream could not be opened', error: messageOf(error) });
        throw error;
      }
      sendJson(response, statusOf(error.code), { code: error.code, message: error.message });
    }
    return true;
  };

  return {
    route,
    close() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const own of streams.values()) for (const { response } of own) response.end();
    },
  };
}

function refuseTooMany(own: number, all: number): void {
  if (own >= LIVE_LIMITS.perPerson || all >= LIVE_LIMITS.inAll)
    throw new CloudError('LIVE_TOO_MANY', 'too many streams are open; ask for changes instead');
}
