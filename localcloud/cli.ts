import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isRecord } from './protocol/params';
import type { LocalcloudOptions } from './options';
import { startLocalcloud } from './start';
import { runUpkeep, UPKEEP_COMMANDS } from './cli-upkeep';
import { messageOf } from './error-facts';

const USAGE = `localcloud: CloudBase on one machine

  localcloud start --config FILE [--data DIR] [--port N] [--host ADDRESS] [--strict]
  localcloud backup FILE [--data DIR]    everything into one new file; localcloud may be running
  localcloud restore FILE [--data DIR]   a backup in the place of what is there, which is set aside
  localcloud check [--data DIR]          reads every document and says whether all is whole
  localcloud inspect [--data DIR]        collections, documents, indexes

FILE exports 'localcloud': { env, collections, functions, timers?, staticDir? } (see localcloud/README.md).`;

/** What a configuration file exports as `localcloud`. */
export type LocalcloudConfig = Pick<
  LocalcloudOptions,
  'env' | 'collections' | 'functions' | 'timers' | 'staticDir' | 'publicUrl'
>;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      data: { type: 'string', default: '.localcloud' },
      port: { type: 'string', default: '4000' },
      host: { type: 'string', default: '127.0.0.1' },
      strict: { type: 'boolean', default: false },
    },
  });
  const [named, file] = positionals;
  const upkeep = UPKEEP_COMMANDS.find((command) => command === named);
  if (upkeep) {
    for (const line of await runUpkeep(upkeep, values.data, file)) process.stdout.write(`${line}\n`);
    return;
  }
  if (named !== 'start' || values.config === undefined) throw new Error(USAGE);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be 0 to 65535, not ${values.port}`);
  const config = await loadConfig(values.config);
  const cloud = await startLocalcloud({
    ...config,
    dataDir: values.data,
    host: values.host,
    port,
    isStrict: values.strict,
    log: printLine,
  });
  const stop = (): void => {
    cloud.close().then(
      () => process.exit(0),
      (error: unknown) => exitWith(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function loadConfig(file: string): Promise<LocalcloudConfig> {
  const loaded: unknown = await import(pathToFileURL(resolve(file)).href);
  const module =
    isRecord(loaded) && isRecord(loaded['default']) && !('localcloud' in loaded) ? loaded['default'] : loaded;
  const config = isRecord(module) ? module['localcloud'] : undefined;
  if (
    !isRecord(config) ||
    typeof config['env'] !== 'string' ||
    !Array.isArray(config['collections']) ||
    !Array.isArray(config['functions'])
  )
    throw new Error(`${file} must export 'localcloud' with env, collections and functions`);
  // A configuration file is the developer's own code: its three required fields are checked, its types trusted.
  return config as LocalcloudConfig;
}

function printLine(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function exitWith(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

main(process.argv.slice(2)).catch(exitWith);
