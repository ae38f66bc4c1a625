import type * as actions from '@domain/desk/casework.actions';
import * as rules from '@domain/desk/watch.rules';
import type { Handler } from '@cloud/platform/binding';
import { newIdFor } from '@cloud/platform/caller';
import type { Photos } from '@cloud/platform/photos';
import type { DeskRepository } from './desk.repository';
import { moveThread } from './move-thread';

export const startWatch =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.startWatch> =>
  (caller, { threadId, who, what, from, until }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      rules.startWatch(
        thread,
        caller.person,
        { watchId: newIdFor(caller, 'watch'), who, what, from, until },
        caller.now,
      ),
    );

export const endWatch =
  (desk: DeskRepository, photos: Photos): Handler<typeof actions.endWatch> =>
  (caller, { threadId, watchId, note, next }) =>
    moveThread(desk, photos, caller, threadId, (thread) =>
      rules.endWatch(
        thread,
        caller.person,
        watchId,
        { note: note ?? '', next: next && { watchId: newIdFor(caller, 'watch'), ...next } },
        caller.now,
      ),
    );
