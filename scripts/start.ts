import path from 'node:path';
import { parseArgs } from 'node:util';
import { logUnhandledRejections, startLocalcloud, type Localcloud } from '../localcloud';
import { buildApp } from './build-app';
import { appOptions, enterFunctionEnvironment, fieldKeyIn, ROOT } from './serve-app';
import { extendRoster, isSeeded, seedCommunity } from './seed-community';
import { DEMO_COMMUNITY_ID, identitiesAt } from './seed/demo-community';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '3000' },
    data: { type: 'string', default: path.join(ROOT, '.localcloud') },
    transport: { type: 'string', default: 'http' },
  },
});

/** The first port from `wanted` on that is free; a second copy of the app should not stop anyone from trying it. */
async function startOnFreePort(wanted: number, dataDir: string, transport: Transport): Promise<Localcloud> {
  for (let port = wanted; port < wanted + 10; port += 1) {
    try {
      return await startLocalcloud({ ...appOptions(transport), dataDir, port, log: logProblems });
    } catch (error) {
      if (!(error instanceof Error) || !/EADDRINUSE|in use/i.test(error.message)) throw error;
      say(`端口 ${port} 已被占用，换一个 port ${port} is taken, trying the next`);
    }
  }
  throw new Error(`ports ${wanted} to ${wanted + 9} are all taken; choose another with --port`);
}

type Transport = 'http' | 'in-process';

function transportOf(wanted: string): Transport {
  if (wanted === 'http' || wanted === 'in-process') return wanted;
  throw new Error(`--transport is http or in-process, not ${wanted}`);
}

const logProblems = (line: object): void => {
  if ('level' in line && line.level !== 'info') say(JSON.stringify(line));
};

async function main(): Promise<void> {
  const dataDir = path.resolve(values.data);
  say('呼应 Huying');
  await buildApp(['functions', 'h5'], say);

  const fieldKey = fieldKeyIn(dataDir);
  enterFunctionEnvironment({ fieldKey, communityId: DEMO_COMMUNITY_ID });
  logUnhandledRejections(logProblems);
  const cloud = await startOnFreePort(Number(values.port), dataDir, transportOf(values.transport));
  if (await isSeeded(cloud)) {
    await extendRoster(cloud, fieldKey);
  } else {
    const startedAt = Date.now();
    say('… 正在建立演示社区 seeding 锦绣城社区');
    await seedCommunity(cloud, fieldKey, say);
    say(`✓ ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  cloud.identities.register(identitiesAt(Date.now()));
  welcome(cloud.url, cloud.developerPage);

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    say('\n正在停止 stopping…');
    void cloud.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const welcome = (url: string, developerPage: string | undefined): void =>
  say(`
────────────────────────────────────────────────────────
  打开  Open      ${url}
  开发  Developer ${developerPage ?? '—'}
────────────────────────────────────────────────────────
  试一试：在两个浏览器标签页里各选一个人
    1  居民「张女士」在服务台问一句；值班人员在「工作台 → 值班队列」里接单、回复
    2  许一个微心愿；工作人员审核；志愿者认领，看到联系方式
    3  报名活动；工作人员在名单里签到
    4  工作人员发一条停水提示；对应楼栋的居民点「已知晓」

  Try it: open two browser tabs and pick a different person in each
    1  a resident asks at the desk; someone on duty takes it and answers
    2  make a wish; staff review it; a volunteer claims it and sees the contact
    3  sign up for an activity; staff check people in
    4  staff publish a safety notice; residents of those buildings acknowledge it

  数据在 .localcloud，删除该文件夹即可重新开始。 Data lives in .localcloud; delete the folder to start over.
  按 Ctrl+C 停止。 Press Ctrl+C to stop.
`);

main().catch((error: unknown) => {
  say(`启动失败 could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
