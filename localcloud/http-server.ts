import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Log } from './log';
import { CloudError } from './protocol/cloud-error';
import { sendJson, statusOf, type Route } from './protocol/http';
import { stackOf } from './error-facts';
import { loggable, logRequest } from './request-log';

/** Longer than the SDK keeps an idle connection (4.8 s), so that it never writes to one the server has just closed. */
const KEEP_ALIVE_MS = 65_000;

export type HttpServer = {
  server: Server;
  /** From now on clients are turned away, and every answer closes its connection; running functions are still served. */
  drain(): void;
  /** Closes connections nobody has asked anything over yet: browsers open some in advance, and Node counts them as busy. */
  closeUnused(): void;
};

/** A server that offers each request to the routes in turn. */
export function createHttpServer(
  routes: readonly Route[],
  log: Log,
  options: { logsRequests: boolean } = { logsRequests: false },
): HttpServer {
  const inProgress = new Set<ServerResponse>();
  const unused = new Set<Socket>();
  let isDraining = false;
  const server = createServer((request, response) => {
    inProgress.add(response);
    unused.delete(request.socket);
    const startedAt = performance.now();
    response.once('close', () => {
      inProgress.delete(response);
      if (options.logsRequests) logRequest(request, response, performance.now() - startedAt, log);
    });
    if (isDraining) response.setHeader('connection', 'close');
    if (isDraining && !isFromFunction(request)) {
      sendJson(response, 503, { code: 'SYS_ERR', message: 'localcloud is stopping; try again in a moment' });
      return;
    }
    answer(routes, request, response).catch((error: unknown) => fail(error, request, response, log));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  const drain = (): void => {
    isDraining = true;
    for (const response of inProgress) if (!response.headersSent) response.setHeader('connection', 'close');
  };
  const closeUnused = (): void => unused.forEach((socket) => socket.destroy());
  return { server, drain, closeUnused };
}

// A function that is finishing reaches the database through this very server.
function isFromFunction(request: IncomingMessage): boolean {
  return /^\/(admin|storage)([/?]|$)/.test(request.url ?? '');
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseUrl(request.url ?? '/');
  for (const route of routes) if (url && (await route(request, response, url))) return;
  sendJson(response, 404, { code: 'NOT_FOUND', message: 'nothing is served at this address' });
}

function parseUrl(path: string): URL | undefined {
  if (!path.startsWith('/')) return undefined;
  try {
    return new URL(`http://localcloud${path}`);
  } catch {
    return undefined;
  }
}

function fail(error: unknown, request: IncomingMessage, response: ServerResponse, log: Log): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (error instanceof CloudError) {
    sendJson(response, statusOf(error.code), { code: error.code, message: error.message });
    return;
  }
  log({ level: 'error', message: 'request failed', path: loggable(request), error: stackOf(error) });
  sendJson(response, 500, { code: 'SYS_ERR', message: 'system error' });
}

/** Starts listening. Throws an Error that says what is wrong with the address. Resolves to the port. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Error(`port ${port} is taken (EADDRINUSE); choose another with --port`));
      else if (error.code === 'EACCES')
        reject(new Error(`port ${port} may not be used; choose one above 1023`));
      else reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, () => {
      // A TCP server's address is an AddressInfo; only pipes have a string or nothing.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Stops accepting, closes idle connections, lets requests in progress finish; cuts off those that do not. */
export function stopListening({ server, closeUnused }: HttpServer, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
    closeUnused();
  });
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
