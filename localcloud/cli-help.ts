import { COMMANDS, type CommandDeclaration, type CommandName } from './cli-commands';

/** All commands, a line each. */
export function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(8)} ${what}`);
  return [
    'localcloud: CloudBase on one machine',
    '',
    ...lines,
    '',
    'localcloud COMMAND --help says more.',
  ].join('\n');
}

/** One command with its options. */
export function helpOf(name: CommandName): string {
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
