import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(__dirname, '..', '..', 'localcloud', 'cli.ts');
const running = new Set<ChildProcess>();

export type CliProcess = {
  child: ChildProcess;
  /** stdout and stderr so far. */
  said(): string;
  /** Resolves to the match once the process has said such a thing; rejects when it ends without. */
  says(words: RegExp): Promise<RegExpExecArray>;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
};

/** Runs the command line in a process of its own; it does not outlive the tests of the file. */
export function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): CliProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  running.add(child);
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const says = (words: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(said);
        if (!found) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
      ended.then(() => reject(new Error(`it ended without saying ${String(words)}: ${said}`)), reject);
    });
  return { child, said: () => said, says, ended };
}

/** The address a started localcloud says it is ready at. */
export async function addressOf({ says }: CliProcess): Promise<string> {
  const [, url = ''] = await says(/"url":"([^"]+)"/);
  return url;
}

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});
