import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearest } from './cli-arguments';
import { messageOf } from './error-facts';
import type { LocalcloudOptions } from './options';
import { isRecord } from './protocol/params';
import { parseCron } from './services/timers/cron';
import type { Localcloud } from './start';

/** What a configuration file exports as `localcloud`. */
export type LocalcloudConfig = Pick<
  LocalcloudOptions,
  'env' | 'collections' | 'functions' | 'timers' | 'staticDir' | 'publicUrl' | 'browserSession'
>;

export type ConfigFile = {
  config: LocalcloudConfig;
  /** Fills an empty environment; exported beside `localcloud`. */
  seed: ((cloud: Localcloud) => Promise<unknown>) | undefined;
};

const FIELDS = ['env', 'collections', 'functions', 'timers', 'staticDir', 'publicUrl', 'browserSession'];

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

type Fields = Readonly<Record<string, unknown>>;

function checkConfig(config: Fields): void {
  for (const field of Object.keys(config))
    if (!FIELDS.includes(field)) throw new Error(`there is no field ${field}${nearest(field, FIELDS, '')}`);
  checkText(config, 'env', '');
  each(config['collections'], 'collections', checkCollection);
  each(config['functions'], 'functions', checkFunction);
  const names = listOf(config['functions']).map(({ name }) => name);
  each(config['timers'] ?? [], 'timers', (timer, at) => checkTimer(timer, at, names));
  for (const field of ['staticDir', 'publicUrl'])
    if (config[field] !== undefined) checkText(config, field, '');
  const folder = config['staticDir'];
  if (typeof folder === 'string')
    check(existsSync(folder), 'staticDir', `a folder that exists (${resolve(folder)} does not)`);
}

function checkCollection(collection: Fields, at: string): void {
  checkText(collection, 'name', at);
  each(collection['indexes'], `${at}.indexes`, (index, place) => {
    checkText(index, 'name', place);
    check(['undefined', 'boolean'].includes(typeof index['unique']), `${place}.unique`, 'true or false');
    each(index['keys'], `${place}.keys`, (key, where) => {
      checkText(key, 'field', where);
      const { direction } = key;
      check(
        direction === 1 || direction === -1 || direction === '2dsphere',
        `${where}.direction`,
        "1, -1 or '2dsphere'",
      );
    });
  });
}

function checkFunction(declared: Fields, at: string): void {
  checkText(declared, 'name', at);
  const seconds = declared['timeoutSeconds'];
  check(typeof seconds === 'number' && seconds > 0, `${at}.timeoutSeconds`, 'a number of seconds above 0');
  check(typeof declared['clientCallable'] === 'boolean', `${at}.clientCallable`, 'true or false');
  check(typeof declared['load'] === 'function', `${at}.load`, 'a function that loads the bundle');
}

function checkTimer(timer: Fields, at: string, functions: readonly unknown[]): void {
  checkText(timer, 'name', at);
  checkText(timer, 'cron', at);
  check(
    functions.includes(timer['functionName']),
    `${at}.functionName`,
    `one of the functions (${functions.join(', ')})`,
  );
  try {
    parseCron(String(timer['cron']));
  } catch (error) {
    throw new Error(`${at}.cron: ${messageOf(error)}`);
  }
}

function each(list: unknown, at: string, look: (item: Fields, at: string) => void): void {
  check(Array.isArray(list), at, 'a list');
  for (const [i, item] of (Array.isArray(list) ? list : []).entries()) {
    if (!isRecord(item)) throw new Error(`${at}[${i}] must be an object`);
    look(item, `${at}[${i}]`);
  }
}

function listOf(list: unknown): Fields[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function checkText(fields: Fields, name: string, at: string): void {
  const value = fields[name];
  check(
    typeof value === 'string' && value !== '',
    at === '' ? name : `${at}.${name}`,
    'a text that is not empty',
  );
}

function check(isRight: boolean, field: string, what: string): void {
  if (!isRight) throw new Error(`${field} must be ${what}`);
}
