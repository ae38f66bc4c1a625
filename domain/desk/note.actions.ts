import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { cursorSchema, idSchema, pageOf, text } from '../kernel/input';
import { STAFF } from '../kernel/roles';
import { CASEWORK_LIMITS, colleagueView, noteView } from './casework.schema';

const staff = { audience: 'staff', by: STAFF } as const;
const threadId = idSchema;
const { noteMax, mentionsMax } = CASEWORK_LIMITS;

export const listColleagues = defineAction({
  ...staff,
  name: 'desk.colleagues',
  zh: '服务台的同事',
  kind: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(colleagueView) }),
  errors: [],
});

export const listNotes = defineAction({
  ...staff,
  name: 'note.list',
  zh: '内部备注',
  kind: 'read',
  input: z.object({ threadId, cursor: cursorSchema }),
  output: pageOf(noteView),
  errors: ['THREAD_NOT_FOUND'],
});
export const addNote = defineAction({
  ...staff,
  name: 'note.add',
  zh: '写内部备注、提到同事',
  kind: 'write',
  input: z.object({
    threadId,
    text: text(noteMax),
    mentions: z.optional(z.array(idSchema).check(z.maxLength(mentionsMax))),
  }),
  output: noteView,
  errors: ['THREAD_NOT_FOUND', 'COLLEAGUE_NOT_FOUND'],
});

export const noteActions = { listColleagues, listNotes, addNote } as const;
