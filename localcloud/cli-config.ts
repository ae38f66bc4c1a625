import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, checkConfig } from './cli-config-fields';
import { messageOf } from './error-facts';
import type { LocalcloudOptions } from './options';
import { isRecord } from './protocol/params';
import type { Localcloud } from './start';

/** What a configuration file exports as `localcloud`. */
export type LocalcloudConfig = Pick<
  LocalcloudOptions,
  | 'env'
  | 'collections'
  | 'functions'
  | 'timers'
  | 'staticDir'
  | 'publicUrl'
  | 'browserSession'
  | 'transport'
  | 'live'
>;

export type ConfigFile = {
  config: LocalcloudConfig;
  /** Fills an empty environment; exported beside `localcloud`. */
  seed: ((cloud: Localcloud) => Promise<unknown>) | undefined;
};

/** Loads and checks a configuration. Throws an Error that names the file and the field that is wrong. */
export async function loadConfig(file: string): Promise<ConfigFile> {
  if (!existsSync(file)) throw new Error(`there is no configuration ${file}`);
  const loaded: unknown = await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
    throw new Error(`${file} cannot be loaded: ${messageOf(error)}`);
  });
  const module =
    isRecord(loaded) && isRecord(loaded['default']) && !('localcloud' in loaded) ? loaded['default'] : loaded;
  const config = isRecord(module) ? module['localcloud'] : undefined;
  if (!isRecord(module) || !isRecord(config))
    throw new Error(`${file} must export 'localcloud' with env, collections and functions`);
  try {
    checkConfig(config);
    check(
      module['seed'] === undefined || typeof module['seed'] === 'function',
      'seed',
      'a function of the cloud',
    );
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`);
  }
  // Every field has been looked at; what a function takes and gives, only calling it can tell.
  return { config, seed: module['seed'] } as unknown as ConfigFile;
}
