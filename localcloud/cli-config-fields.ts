import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from './cli-nearest';
import { messageOf } from './error-facts';
import { isRecord } from './protocol/params';
import { parseCron } from './services/timers/cron';

const FIELDS = [
  'env',
  'collections',
  'functions',
  'timers',
  'staticDir',
  'publicUrl',
  'browserSession',
  'transport',
  'live',
];

type Fields = Readonly<Record<string, unknown>>;

/** Looks at every field. Throws an Error that names the one that is wrong, and says what it must be. */
export function checkConfig(config: Fields): void {
  for (const field of Object.keys(config))
    if (!FIELDS.includes(field)) throw new Error(`there is no field ${field}${nearest(field, FIELDS, '')}`);
  checkText(config, 'env', '');
  each(config['collections'], 'collections', checkCollection);
  each(config['functions'], 'functions', checkFunction);
  const names = listOf(config['functions']).map(({ name }) => name);
  each(config['timers'] ?? [], 'timers', (timer, at) => checkTimer(timer, at, names));
  for (const field of ['staticDir', 'publicUrl'])
    if (config[field] !== undefined) checkText(config, field, '');
  if (config['live'] !== undefined) checkLive(config['live'], names);
  const { transport = 'http' } = config;
  check(transport === 'http' || transport === 'in-process', 'transport', "'http' or 'in-process'");
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

function checkLive(live: unknown, functions: readonly unknown[]): void {
  if (!isRecord(live)) throw new Error('live must be an object');
  each(live['collections'], 'live.collections', (collection, at) => checkText(collection, 'name', at));
  const topicsOf = isRecord(live['topicsOf']) ? live['topicsOf'] : {};
  const isKnown = functions.includes(topicsOf['functionName']);
  check(isKnown, 'live.topicsOf.functionName', `one of the functions (${functions.join(', ')})`);
  check(typeof topicsOf['read'] === 'function', 'live.topicsOf.read', 'a function of the answer');
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

export function check(isRight: boolean, field: string, what: string): void {
  if (!isRight) throw new Error(`${field} must be ${what}`);
}
