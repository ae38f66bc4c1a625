import { readArguments, WrongUsage, type Asked } from './cli-arguments';
import { invite } from './cli-invite';
import { progressOnStderr } from './cli-progress';
import { seed } from './cli-seed';
import { requiredConfig, start } from './cli-start';
import { runUpkeep } from './cli-upkeep';
import { messageOf } from './error-facts';

async function main(args: readonly string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked.help !== undefined) print([asked.help]);
  else if (asked.command === 'start') await start(asked.options);
  else print(await perform(asked));
}

async function perform({ command, file, options }: Exclude<Asked, { help: string }>): Promise<string[]> {
  const dataDir = options.text('data') ?? '.localcloud';
  switch (command) {
    case 'start':
      return [];
    case 'seed':
      return seed(requiredConfig(options), dataDir, options.text('from'), progressOnStderr());
    case 'invite':
      return invite(dataDir, options.text('openid'));
    case 'backup':
    case 'restore':
    case 'check':
    case 'inspect':
      return runUpkeep(command, dataDir, file, progressOnStderr());
  }
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** 1: it failed. 2: it was asked for wrongly. */
function exitWith(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(error instanceof WrongUsage ? 2 : 1);
}

main(process.argv.slice(2)).catch(exitWith);
