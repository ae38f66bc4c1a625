import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './log';

/** One line for a request that has been answered, or cut off. */
export function logRequest(
  request: IncomingMessage,
  response: ServerResponse,
  tookMs: number,
  log: Log,
): void {
  const status = response.writableFinished ? response.statusCode : 'cut off';
  const durationMs = Math.round(tookMs);
  log({
    level: 'info',
    message: 'request',
    method: request.method,
    path: loggable(request),
    status,
    durationMs,
  });
}

/** A request's path for the log, without what names people (addresses of files) or proves things (queries). */
export function loggable(request: IncomingMessage): string {
  const [path = ''] = (request.url ?? '').split('?');
  return path.startsWith('/storage/') ? '/storage/…' : path;
}
