import { spawn } from 'node:child_process';
import type { WriterOrder } from './order';

/** A writer that has not come to its end by then hangs. */
const LONGEST_LIFE_MS = 20_000;

/** When a writer is killed: so long after the `nth` time it says a word, or after it was started when there is no word. */
export type KillMoment = { readonly word?: string; readonly nth?: number; readonly delayMs: number };

/** Starts a writer and lets it run until it is killed, or ends by itself; tells each whole line it said. */
export function runUntilKilled(
  writer: string,
  order: WriterOrder,
  { word, nth = 1, delayMs }: KillMoment,
  hear: (line: string) => void,
): Promise<{ isKilled: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), delayMs);
    let rest = '';
    let complaint = '';
    let heard = 0;
    const hangs = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the writer hangs: ${complaint}`));
    }, LONGEST_LIFE_MS);
    if (word === undefined) kill();
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString()}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.split(' ')[0] === word && ++heard === nth) kill();
        hear(line);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(hangs);
      if (signal === 'SIGKILL' || code === 0) resolve({ isKilled: signal === 'SIGKILL' });
      else reject(new Error(`the writer ended by itself (${code ?? signal}): ${complaint}`));
    });
  });
}
