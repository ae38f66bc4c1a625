import { listMyThreads, sayInThread } from '../../domain/desk/desk.actions';
import type { Localcloud } from '../../localcloud';
import { demoIdentities } from '../seed/demo-community';
import type { ResidentCall } from './subject-messages';

/** The residents of the demo community who have a conversation that is not over, with their sessions. */
export async function residentsWithThreads(cloud: Localcloud): Promise<ResidentCall[]> {
  const found: ResidentCall[] = [];
  for (const { openid } of demoIdentities) {
    const reply = await cloud.invoke('resident', readCall, { openid });
    const { data } = reply as { data?: { items: readonly { threadId: string; canWrite: boolean }[] } };
    const open = data?.items.find(({ canWrite }) => canWrite);
    if (open) found.push({ openid, threadId: open.threadId, token: cloud.signIn(openid).token });
  }
  return found;
}

/** The two calls that are measured: somebody's conversations, and one more sentence in one of them. */
export const readCall = { action: listMyThreads.name, input: {} };

let keys = 0;
export const writeCall = ({ threadId }: Pick<ResidentCall, 'threadId'>) => ({
  action: sayInThread.name,
  input: { threadId, message: { text: '再补充一句：楼道里的灯也不亮了' } },
  key: `bench-key-${process.pid}-${String((keys += 1)).padStart(9, '0')}`,
});
