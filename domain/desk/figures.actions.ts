import * as z from 'zod/mini';
import { defineAction } from '../kernel/action';
import { cursorSchema, idSchema, pageOf } from '../kernel/input';
import { STAFF } from '../kernel/roles';
import { COUNTS, dateInput, figureRow, figuresView, GROUPINGS, sheetRow } from './figures.schema';
import { threadPage } from './thread.schema';
import { TOPICS } from './thread-topic';

const staff = { audience: 'staff', by: STAFF } as const;
const days = { fromOn: dateInput, untilOn: dateInput };

/** Response, solution and satisfaction of some whole days, by hour, topic and building. Never by person. */
export const getFigures = defineAction({
  ...staff,
  name: 'figure.get',
  zh: '三率统计',
  kind: 'read',
  input: z.object(days),
  output: figuresView,
  errors: ['FIGURES_SPAN_WRONG'],
});

/** The conversations one number counts, the earliest first; all rows of a grouping without `group`. */
export const listCounted = defineAction({
  ...staff,
  name: 'figure.list',
  zh: '数字背后的会话',
  kind: 'read',
  input: z.object({
    ...days,
    count: z.enum(COUNTS),
    group: z.optional(z.object({ by: z.enum(GROUPINGS), key: idSchema })),
    cursor: cursorSchema,
  }),
  output: pageOf(figureRow),
  errors: ['FIGURES_SPAN_WRONG'],
});

/** Every conversation of the days for the month's sheet, without words and names. */
export const listForSheet = defineAction({
  ...staff,
  name: 'figure.sheet',
  zh: '月报明细',
  kind: 'read',
  input: z.object({ ...days, cursor: cursorSchema }),
  output: pageOf(sheetRow),
  errors: ['FIGURES_SPAN_WRONG'],
});

/** Staff say what a conversation is about. */
export const setTopic = defineAction({
  ...staff,
  name: 'desk.setTopic',
  zh: '改主题',
  kind: 'write',
  input: z.object({ threadId: idSchema, topic: z.enum(TOPICS) }),
  output: threadPage,
  errors: ['THREAD_NOT_FOUND', 'MOVE_NOT_ALLOWED_FOR_ROLE'],
});

export const figuresActions = { getFigures, listCounted, listForSheet, setTopic } as const;
