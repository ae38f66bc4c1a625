import type { Effect } from '@cloud/platform/outbox';
import type { DeskRepository } from './desk.repository';

/** Writes into the conversation which entry was made of it, so that it leads there and is not made one twice. */
export const linkFaq =
  (desk: DeskRepository): Effect =>
  async ({ payload: { threadId, faqId } }) => {
    if (typeof threadId === 'string' && typeof faqId === 'string') {
      await desk.threads.collection.updateOne({ _id: threadId }, { faqId });
    }
    return null;
  };
