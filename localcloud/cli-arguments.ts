import { parseArgs } from 'node:util';

type OptionDeclaration = {
  /** What stands for its value in the help; an option without is a switch. */
  value?: string;
  default?: string;
  what: string;
};

type CommandDeclaration = {
  what: string;
  /** A file the command is about. */
  file?: string;
  options: Readonly<Record<string, OptionDeclaration>>;
};

const data: OptionDeclaration = { value: 'DIR', default: '.localcloud', what: 'the data folder' };
const config: OptionDeclaration = {
  value: 'FILE',
  what: "module that exports 'localcloud': env, collections, functions, timers?, staticDir?, publicUrl?",
};

export const COMMANDS = {
  start: {
    what: 'runs an environment until it is told to stop (SIGTERM or Ctrl-C; a second time: at once)',
    options: {
      config,
      data,
      port: { value: 'N', default: '4000', what: 'port to listen on, 0 for any' },
      host: { value: 'ADDRESS', default: '127.0.0.1', what: 'address to listen on' },
      strict: { what: 'refuse queries that need an index and have none' },
      serve: { what: 'service mode: no role picker, no developer page, no control of clock and identity' },
      'public-url': { value: 'URL', what: 'how the server is reached from outside; service mode needs it' },
      'wechat-api': {
        value: 'URL',
        what: "another WeChat API for sign-ins than Tencent's, to try things out",
      },
      log: { value: 'FILE', what: 'log to a file instead of stdout; SIGHUP opens it anew' },
      'log-size': { value: 'MB', default: '10', what: 'size at which the log file is rotated' },
      'log-files': { value: 'N', default: '5', what: 'log files kept, the current one included' },
      'log-requests': { what: 'one line per request: method, path, status, duration' },
      grace: { value: 'SECONDS', default: '30', what: 'how long calls in progress may take at a stop' },
    },
  },
  seed: {
    what: "loads documents from JSON-lines files and runs the configuration's exported seed(cloud); not while running",
    options: {
      config,
      data,
      from: { value: 'PATH', what: '<collection>.jsonl, or a folder of them; each line a document with _id' },
    },
  },
  backup: {
    what: 'everything into one new file; localcloud may be running',
    file: 'FILE',
    options: { data },
  },
  restore: {
    what: 'a backup in the place of what is there, which is set aside; localcloud may be running',
    file: 'FILE',
    options: { data },
  },
  check: { what: 'reads everything and says whether it is whole', options: { data } },
  inspect: { what: 'collections, documents, bytes, indexes', options: { data } },
  invite: {
    what: 'a code that signs somebody in once, within 10 minutes; for a browser without WeChat',
    options: { data, openid: { value: 'OPENID', what: 'who signs in with it' } },
  },
} as const satisfies Record<string, CommandDeclaration>;

export type CommandName = keyof typeof COMMANDS;

/** A command as it was asked for. `help` alone: what to print. */
export type Asked =
  { help: string } | { help?: undefined; command: CommandName; file: string | undefined; options: Options };

/** What was given, or stands for what was not. */
export type Options = {
  text(name: string): string | undefined;
  isOn(name: string): boolean;
  /** A whole number from `least` to `most`. */
  count(name: string, least: number, most: number): number;
};

/** The command line is wrong; the message says how, and the program ends with 2. */
export class WrongUsage extends Error {}

/** Reads a command line. Throws WrongUsage. */
export function readArguments(args: readonly string[]): Asked {
  const [name] = args;
  if (name === undefined) throw new WrongUsage(overview());
  if (name === '--help' || name === '-h' || name === 'help') return { help: overview() };
  if (!isCommand(name))
    throw new WrongUsage(
      `there is no command ${name}${nearest(name, Object.keys(COMMANDS), '')}; localcloud --help lists them`,
    );
  const declared: CommandDeclaration = COMMANDS[name];
  const { values, positionals, tokens } = parseArgs({
    args: args.slice(1),
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(declared.options).map(([option, { value }]) => [
        option,
        { type: value === undefined ? 'boolean' : 'string' } as const,
      ]),
    ),
  });
  if (values['help'] === true || values['h'] === true) return { help: helpOf(name) };
  for (const token of tokens) if (token.kind === 'option') refuseUnknown(name, declared, token);
  const [file, ...others] = positionals;
  const surplus = declared.file === undefined ? file : others[0];
  if (surplus !== undefined) throw new WrongUsage(`localcloud ${name} does not take '${surplus}'`);
  if (declared.file !== undefined && file === undefined)
    throw new WrongUsage(`say which file: localcloud ${name} ${declared.file}`);
  return { command: name, file, options: optionsOf(declared, values) };
}

function refuseUnknown(
  command: string,
  { options }: CommandDeclaration,
  { rawName, name, value }: { rawName: string; name: string; value?: string | undefined },
): void {
  const declared = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!declared)
    throw new WrongUsage(
      `localcloud ${command} has no option ${rawName}${nearest(name, Object.keys(options), '--')}`,
    );
  if (declared.value !== undefined && (value === undefined || value === ''))
    throw new WrongUsage(`${rawName} needs a value: ${rawName} ${declared.value}`);
  if (declared.value === undefined && value !== undefined) throw new WrongUsage(`${rawName} takes no value`);
}

function optionsOf({ options }: CommandDeclaration, values: Readonly<Record<string, unknown>>): Options {
  const text = (name: string): string | undefined => {
    const given = values[name];
    return typeof given === 'string' ? given : options[name]?.default;
  };
  return {
    text,
    isOn: (name) => values[name] === true,
    count: (name, least, most) => {
      const count = Number(text(name));
      if (Number.isInteger(count) && count >= least && count <= most) return count;
      throw new WrongUsage(`--${name} must be ${least} to ${most}, not ${text(name)}`);
    },
  };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(8)} ${what}`);
  return [
    'localcloud: CloudBase on one machine',
    '',
    ...lines,
    '',
    'localcloud COMMAND --help says more.',
  ].join('\n');
}

function helpOf(name: CommandName): string {
  const declared: CommandDeclaration = COMMANDS[name];
  const entries = Object.entries(declared.options).map(([option, { value, default: preset, what }]) => ({
    left: `--${option}${value === undefined ? '' : ` ${value}`}`,
    right: `${what}${preset === undefined ? '' : ` (${preset})`}`,
  }));
  const width = Math.max(...entries.map(({ left }) => left.length));
  const usage = [
    'localcloud',
    name,
    ...(declared.file === undefined ? [] : [declared.file]),
    '[options]',
  ].join(' ');
  return [
    usage,
    '',
    declared.what,
    '',
    ...entries.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`),
  ].join('\n');
}

/** `; did you mean …?` where something known is close enough. */
export function nearest(given: string, known: readonly string[], prefix: string): string {
  const [best] = known
    .map((name) => ({ name, distance: distanceOf(given, name) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= 2 + given.length / 4 ? `; did you mean ${prefix}${best.name}?` : '';
}

// Levenshtein's distance, a row of the table at a time.
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (next[j - 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
