import { WrongUsage, type Options } from './cli-arguments';
import { loadConfig } from './cli-config';
import { messageOf } from './error-facts';
import type { Log } from './log';
import { lineOf, LogFile } from './log-file';
import type { LocalcloudOptions } from './options';
import { startLocalcloud, type Localcloud } from './start';
import { logUnhandledRejections } from './unhandled-rejections';

/** Runs an environment until the process is told to stop. */
export async function start(options: Options): Promise<void> {
  const file = requiredConfig(options);
  const port = options.count('port', 0, 65535);
  const service = serviceOptions(options);
  const stopGraceSeconds = options.count('grace', 0, 3600);
  const { config } = await loadConfig(file);
  const output = openLog(options);
  logUnhandledRejections(output.log);
  const publicUrl = options.text('public-url') ?? config.publicUrl;
  const cloud = await startLocalcloud({
    ...config,
    ...service,
    ...transportOption(options),
    ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/$/, '') }),
    dataDir: options.text('data') ?? '.localcloud',
    host: options.text('host') ?? '127.0.0.1',
    port,
    stopGraceSeconds,
    isStrict: options.isOn('strict'),
    logsRequests: options.isOn('log-requests'),
    log: output.log,
  });
  stopOnSignals(cloud, output);
}

export function requiredConfig(options: Options): string {
  const file = options.text('config');
  if (file === undefined) throw new WrongUsage('say which configuration: --config FILE');
  return file;
}

function serviceOptions(options: Options): Pick<LocalcloudOptions, 'isService' | 'wechatLogin'> {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = process.env;
  const apiUrl = options.text('wechat-api');
  if ((appid === undefined) !== (secret === undefined))
    throw new WrongUsage('WECHAT_APPID and WECHAT_SECRET belong together: set both, or neither');
  return {
    isService: options.isOn('serve'),
    ...(appid === undefined || secret === undefined
      ? {}
      : { wechatLogin: { appid, secret, ...(apiUrl === undefined ? {} : { apiUrl }) } }),
  };
}

function transportOption(options: Options): Pick<LocalcloudOptions, 'transport'> {
  const transport = options.text('transport');
  if (transport === undefined) return {};
  if (transport === 'http' || transport === 'in-process') return { transport };
  throw new WrongUsage(`--transport is http or in-process, not ${transport}`);
}

type Output = { log: Log; close(): void };

function openLog(options: Options): Output {
  const file = options.text('log');
  if (file === undefined) {
    const log: Log = (line) => void process.stdout.write(lineOf(line));
    // A service is reloaded by SIGHUP, which would end it; a terminal that closes should end it.
    if (options.isOn('serve'))
      process.on('SIGHUP', () =>
        log({ level: 'info', message: 'SIGHUP: there is no log file to open anew' }),
      );
    return { log, close: () => undefined };
  }
  const output = new LogFile(file, {
    maxBytes: options.count('log-size', 1, 10_000) * 1_000_000,
    files: options.count('log-files', 2, 1000),
  });
  process.on('SIGHUP', () => reopen(output));
  return { log: output.log, close: () => output.close() };
}

// A log that cannot be opened anew (disk, rights) is no reason to end the service: it goes on in the file it has.
function reopen(output: LogFile): void {
  try {
    output.reopen();
  } catch (error) {
    process.stderr.write(
      `SIGHUP: the log cannot be opened anew, the old file is kept: ${messageOf(error)}\n`,
    );
  }
}

function stopOnSignals(cloud: Localcloud, { log, close }: Output): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) {
      log({ level: 'warn', message: 'told twice to stop: stopping at once', signal });
      process.exit(1);
    }
    isStopping = true;
    log({ level: 'info', message: 'stopping', signal });
    cloud.close().then(
      () => {
        log({ level: 'info', message: 'stopped' });
        close();
        process.exit(0);
      },
      (error: unknown) => {
        process.stderr.write(`${messageOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
