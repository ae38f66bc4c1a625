import { Session, type Profiler } from 'node:inspector/promises';

/** Microseconds per operation, largest first. */
export type Profile = { groups: Record<string, number>; functions: readonly (readonly [string, number])[] };

/** Runs `work` under V8's sampling profiler (every 100 µs) and says where its time went. */
export async function profiled(work: () => Promise<number>): Promise<Profile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  const times = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return summary(profile, times);
}

function summary({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, times: number): Profile {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const groups = new Map<string, number>();
  const functions = new Map<string, number>();
  samples.forEach((id, i) => {
    const frame = byId.get(id);
    if (!frame) return;
    const share = (timeDeltas[i] ?? 0) / times;
    add(groups, groupOf(frame.url, frame.functionName), share);
    add(functions, `${frame.functionName || '(anonymous)'} ${shortened(frame.url)}`, share);
  });
  return { groups: Object.fromEntries(sorted(groups)), functions: sorted(functions).slice(0, 25) };
}

const add = (sums: Map<string, number>, key: string, more: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + more);

const sorted = (sums: ReadonlyMap<string, number>): [string, number][] =>
  [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([key, value]): [string, number] => [key, Math.round(value * 100) / 100]);

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/node_modules\/(@cloudbase|bson)\//, 'SDK'],
  [/node_modules\/libsql|^native$/, 'libsql'],
  [/\/localcloud\//, 'localcloud'],
  [/^node:/, 'Node.js'],
];

function groupOf(url: string, name: string): string {
  if (name === '(garbage collector)') return 'garbage collection';
  if (name === '(idle)') return 'idle';
  // Native code has no file; what it is called is the nearest symbol the profiler found.
  const isNative = url === '' && /libsql|js_/.test(name);
  return PLACES.find(([place]) => place.test(isNative ? 'native' : url))?.[1] ?? 'other';
}

const shortened = (url: string): string => url.replace(/^.*?\/(node_modules|localcloud|scripts)\//, '$1/');
