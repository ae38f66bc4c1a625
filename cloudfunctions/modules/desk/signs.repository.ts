import type { Thread } from '@domain/desk/thread.schema';
import type { Platform } from '@cloud/platform/platform';

/** Read marks and typing stand in the thread and are no move of it: one update each, and its version stays. */
export type SignsRepository = {
  /** Of a thread of somebody else with so many messages. @returns whether the desk had not read so far before. */
  markDeskRead(communityId: string, threadId: string, staffId: string, seq: number): Promise<boolean>;
  noteAskerTyping(communityId: string, threadId: string, askerId: string, at: number): Promise<boolean>;
  noteDeskTyping(communityId: string, threadId: string, staffId: string, at: number): Promise<boolean>;
};

export function signsRepository({ database }: Platform): SignsRepository {
  const rows = database.collection<Thread>('threads');
  const _ = database.command;
  return {
    markDeskRead: (communityId, _id, staffId, seq) =>
      rows.updateOne(
        { _id, communityId, askerId: _.neq(staffId), messageCount: _.gte(seq) },
        { deskReadSeq: _.max(seq) },
      ),
    noteAskerTyping: (communityId, _id, askerId, at) =>
      rows.updateOne({ _id, communityId, askerId }, { askerTypingAt: at }),
    noteDeskTyping: (communityId, _id, staffId, at) =>
      rows.updateOne({ _id, communityId, askerId: _.neq(staffId) }, { deskTypingAt: at }),
  };
}
