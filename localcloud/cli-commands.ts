export type OptionDeclaration = {
  /** What stands for its value in the help; an option without is a switch. */
  value?: string;
  default?: string;
  what: string;
};

export type CommandDeclaration = {
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
      transport: { value: 'HOW', what: 'how functions reach their services: http (default) or in-process' },
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
