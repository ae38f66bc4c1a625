import { askDesk, listMyThreads, sayInThread } from '../../domain/desk/desk.actions';
import type { Localcloud } from '../../localcloud';
import { demoIdentities } from '../seed/demo-community';
import type { ResidentCall } from './subject-messages';

/** Everybody of the demo community who can sign in, with a conversation that is not over: one they have, or a new one. */
export async function residentsWithThreads(cloud: Localcloud): Promise<ResidentCall[]> {
  const residents = demoIdentities.map(async ({ openid }): Promise<ResidentCall[]> => {
    const own = (await cloud.invoke('resident', readCall, { openid })) as Reply<{ items: readonly Open[] }>;
    const open = own.data?.items.find(({ canWrite }) => canWrite) ?? (await asked(cloud, openid));
    return open ? [{ openid, threadId: open.threadId, token: cloud.signIn(openid).token }] : [];
  });
  return (await Promise.all(residents)).flat();
}

type Open = { threadId: string; canWrite: boolean };
type Reply<Data> = { data?: Data };

async function asked(cloud: Localcloud, openid: string): Promise<Open | undefined> {
  const ask = {
    action: askDesk.name,
    input: { message: { text: '楼道里的灯不亮了，晚上看不清台阶' } },
    key: newKey(),
  };
  const reply = (await cloud.invoke('resident', ask, { openid })) as Reply<{ thread: Open }>;
  return reply.data?.thread;
}

let keys = 0;
const newKey = (): string => `bench-key-${process.pid}-${String((keys += 1)).padStart(9, '0')}`;

/** The two calls that are measured: somebody's conversations, and one more sentence in one of them. */
export const readCall = { action: listMyThreads.name, input: {} };

export const writeCall = ({ threadId }: Pick<ResidentCall, 'threadId'>) => ({
  action: sayInThread.name,
  input: { threadId, message: { text: '再补充一句：楼道里的灯也不亮了' } },
  key: newKey(),
});
