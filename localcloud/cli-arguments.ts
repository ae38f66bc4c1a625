import { parseArgs } from 'node:util';
import { COMMANDS, type CommandDeclaration, type CommandName } from './cli-commands';
import { helpOf, overview } from './cli-help';
import { nearest } from './cli-nearest';

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
