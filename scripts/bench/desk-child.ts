import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DeskOrder } from './desk-process';

export type DeskServer = {
  readonly url: string;
  ask<Answer>(order: DeskOrder): Promise<Answer>;
  kill(): Promise<void>;
  close(): Promise<void>;
};

/** Starts the app in a process of its own, on a data folder, and waits until it serves. */
export async function startDesk(dataDir: string): Promise<DeskServer> {
  const child = fork(path.join(__dirname, 'desk-process.ts'), [dataDir], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', SILENCE: 'true' },
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const answer = <Answer>(): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the server ended'));
      child.once('exit', ended);
      child.once('message', (said: { answer?: Answer; error?: string }) => {
        child.off('exit', ended);
        if (said.error === undefined) resolve(said.answer as Answer);
        else reject(new Error(said.error));
      });
    });
  const url = await answer<string>();
  const gone = async (ask: () => unknown): Promise<void> => {
    process.off('exit', end);
    const exit = once(child, 'exit');
    ask();
    await exit;
  };
  return {
    url,
    ask: <Answer>(order: DeskOrder) => {
      child.send(order);
      return answer<Answer>();
    },
    kill: () => gone(end),
    close: () => gone(() => child.send({ do: 'close' } satisfies DeskOrder)),
  };
}
