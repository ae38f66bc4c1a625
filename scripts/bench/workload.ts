import type { CollectionDeclaration } from '../../localcloud';

/** One document of the collection that is measured: about 350 bytes, most of them Chinese text. */
export type Task = {
  _id: string;
  status: string;
  at: number;
  left: number;
  holder: string;
  room: string;
  number: string;
  person: { id: string; name: string };
  text: string;
};

const TEXT = '锦绣城三号楼二单元的电梯今天上午检修，请各位邻居走另一侧的楼梯，';
const STATUSES = ['open', 'claimed', 'done', 'late'];
const ROOM_SIZE = 20;

/** A document can be claimed so often; far more often than a run does. */
export const CLAIMS_LEFT = 1_000_000;
export const PAGE = 20;

/** Compound, single and unique, as an app declares them. */
export const collections: readonly CollectionDeclaration[] = [
  {
    name: 'tasks',
    indexes: [
      {
        name: 'status_at',
        keys: [
          { field: 'status', direction: 1 },
          { field: 'at', direction: -1 },
        ],
      },
      { name: 'room_1', keys: [{ field: 'room', direction: 1 }] },
      { name: 'number_1', keys: [{ field: 'number', direction: 1 }], unique: true },
    ],
  },
  { name: 'seats', indexes: [] },
];

/** The n-th document; `_id` is given apart, so that added ones do not meet loaded ones. */
export const task = (n: number, id = `t${n}`): Task => ({
  _id: id,
  status: statusOf(n),
  at: n,
  left: CLAIMS_LEFT,
  holder: '',
  room: `r${Math.floor(n / ROOM_SIZE)}`,
  number: `N${id}`,
  person: { id: `p${n % 900}`, name: '张女士' },
  text: TEXT.repeat(2),
});

export const statusOf = (n: number): string => STATUSES[n % STATUSES.length] ?? '';

/** Walks through all documents in an order that is not theirs. */
export const place = (i: number, documents: number): number => (i * 7919) % documents;
export const idOf = (i: number, documents: number): string => `t${place(i, documents)}`;
export const roomOf = (i: number, documents: number): string =>
  `r${Math.floor(place(i, documents) / ROOM_SIZE)}`;

/** The names of what is measured on documents; `--only` picks by a part of them. */
export const ROWS = {
  get: 'get by id',
  query: 'indexed query and sort, 20 documents',
  count: 'count by index',
  claim: 'conditional claim, durable, one at a time',
  claims: 'conditional claim, durable, 64 at once',
  add: 'add, durable',
  transaction: 'transaction of two documents, durable',
} as const;
export type Row = keyof typeof ROWS;
export const ROW_KEYS = ['get', 'query', 'count', 'claim', 'claims', 'add', 'transaction'] as const;
export const atOnce = (row: Row): number => (row === 'claims' ? 64 : 1);
