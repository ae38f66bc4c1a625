import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Command, Order, Served } from './running-community-process';

const PROCESS_FILE = path.join(__dirname, 'running-community-process.ts');
const ROOT = path.resolve(__dirname, '../..');

export type CommunityProcess = {
  readonly served: Served;
  tell(command: Command): void;
  /** Resolves with the next thing the process says. */
  heard(): Promise<unknown>;
  /** Does something that ends the process and waits until it is gone. */
  gone(ask?: () => void): Promise<void>;
};

/** Starts the app's process and waits until it serves. @throws with the end of what it printed when it does not. */
export async function startProcess(order: Order): Promise<CommunityProcess> {
  const child = fork(PROCESS_FILE, [], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
    silent: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString('utf8')).slice(-4000)));
  }
  child.send(order);
  const served = await new Promise<Served>((resolve, reject) => {
    child.once('message', (said) => resolve(said as Served));
    child.once('exit', (code) =>
      reject(new Error(`the community ended with ${code} before it served:\n${printed}`)),
    );
  });
  letGo(child);
  return {
    served,
    tell: (command) => void child.send(command),
    heard: () => new Promise((resolve) => child.once('message', resolve)),
    gone(ask = () => undefined) {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
      child.ref();
      return new Promise((resolve) => {
        child.once('exit', () => resolve());
        ask();
      });
    },
  };
}

/** A test that failed half-way does not wait for its community for ever; the process ends when the tests do. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
}
