import { mergeThreads, recordThread, relateThreads, startWatch } from '@domain/desk/casework.actions';
import { askDesk } from '@domain/desk/desk.actions';
import { addNote } from '@domain/desk/note.actions';
import { HOUR } from '@domain/kernel/time';
import { cast } from './cast';
import type { Visit } from './lived-in-community';
import type { RunningCommunity } from './running-community';

const { auntieZhang, uncleLi, staffZhao, staffQian } = cast;

/** A call written down for a household, with a note, a watch and a tie; and a question that was merged into another. */
export async function caseworkIn(community: RunningCommunity): Promise<readonly Visit[]> {
  const { thread } = await community.must(staffZhao, recordThread, {
    channel: 'phone',
    householdId: 'b03-1-402',
    callerName: '孙大爷',
    callerPhone: '13800000009',
    text: '厨房墙里的水管裂了，水往楼道里流',
  });
  const { threadId } = thread;
  const text = '@钱进 大爷耳朵背，电话要多响几声。';
  await community.must(staffZhao, addNote, { threadId, text, mentions: [staffQian.personId] });
  const now = Date.now();
  await community.must(staffZhao, startWatch, {
    threadId,
    who: '门岗老周',
    what: '每小时看一次楼道，有水就扫',
    from: now,
    until: now + 8 * HOUR,
  });
  const asked = async (words: string, actor = auntieZhang) =>
    (await community.must(actor, askDesk, { message: { text: words } })).thread.threadId;
  await community.must(staffZhao, relateThreads, { threadId, otherId: await asked('楼道里都是水', uncleLi) });
  const late = await asked('快递柜打不开了');
  await community.must(staffZhao, mergeThreads, { threadId: late, otherId: await asked('快递柜还是打不开') });
  return [
    { page: 'casework/record', query: '', actor: staffZhao },
    { page: 'casework/matter', query: `threadId=${threadId}`, actor: staffQian },
    { page: 'staff/thread', query: `threadId=${threadId}`, actor: staffQian },
    { page: 'desk/thread', query: `threadId=${late}`, actor: auntieZhang },
  ];
}
