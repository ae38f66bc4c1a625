import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Order, Ready, Setting } from './subject-messages';

export type Subject = Ready & {
  /** From the start of the process until it served. */
  readyMs: number;
  /** Gives an order and waits for its answer. @throws with the process's own words when it failed. */
  ask<Answer>(order: Order): Promise<Answer>;
  /** Lets it work and cuts the power. */
  kill(order: Order, afterMs: number): Promise<void>;
  close(): Promise<void>;
};

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts localcloud in a process of its own, on a data folder, and waits until it serves. */
export async function startSubject(setting: Setting): Promise<Subject> {
  const startedAt = performance.now();
  const child = fork(path.join(__dirname, 'subject.ts'), [JSON.stringify(setting)], {
    execArgv: ['--import', 'tsx'],
    // What functions log is not measured reading.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', SILENCE: 'true' },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const ready = await answerOf<Ready>(child);
  const readyMs = performance.now() - startedAt;
  const ask = async <Answer>(order: Order): Promise<Answer> => {
    child.send(order);
    return answerOf<Answer>(child);
  };
  return {
    ...ready,
    readyMs,
    ask,
    async kill(order, afterMs) {
      child.send(order);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async close() {
      child.send({ do: 'close' } satisfies Order);
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const message = await new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`the measured process ended with ${String(code)}`));
    child.once('exit', ended);
    child.once('message', (said) => {
      child.off('exit', ended);
      resolve(said);
    });
  });
  const { answer, error } = message as { answer?: Answer; error?: string };
  if (error !== undefined) throw new Error(error);
  return answer as Answer;
}
