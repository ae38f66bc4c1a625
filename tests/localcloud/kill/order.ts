import type { CollectionDeclaration } from '@localcloud/index';

/** What a writer is told to do until it is killed. */
export type WriterOrder = {
  readonly file: string;
  /** Which writer this is in the life of its file; what it writes is named by it. */
  readonly generation: number;
  /** Kills itself right after it has acknowledged so many writes. */
  readonly dieAfter?: number;
  /** Closes in good order after so many acknowledged writes. */
  readonly closeAfter?: number;
  readonly checkpoints?: boolean;
  /** Writes backups into this folder, one after the other. */
  readonly backupFolder?: string;
  /** Answers the command line's requests over HTTP, as a running localcloud does. */
  readonly serves?: boolean;
  /** Which indexes the bulk collection is declared with; none of it when not given. */
  readonly bulk?: BulkVariant;
};

export type BulkVariant = 'first' | 'second';

/** What a serving writer's upkeep is asked with. */
export const UPKEEP_KEY = 'key';

export const TOTAL_OF_PAIR = 1_000_000;
export const GROUP_SIZE = 10;
/** Documents an appending writer sends in one go. */
export const PIPELINE = 5;
export const COUNTERS = 8;

const up = (...fields: string[]): { field: string; direction: 1 }[] =>
  fields.map((field) => ({ field, direction: 1 }));

const WRITTEN: readonly CollectionDeclaration[] = [
  { name: 'counters', indexes: [{ name: 'n', keys: up('n') }] },
  { name: 'log', indexes: [{ name: 'writer_seq', keys: up('writer', 'seq'), unique: true }] },
  { name: 'pairs', indexes: [{ name: 'pair', keys: up('pair') }] },
  { name: 'journal', indexes: [{ name: 'pair', keys: up('pair') }] },
  { name: 'claims', indexes: [{ name: 'slot', keys: up('slot'), unique: true }] },
  {
    name: 'groups',
    indexes: [
      { name: 'group', keys: up('group') },
      { name: 'tags', keys: up('tags') },
      { name: 'code', keys: up('code'), unique: true },
    ],
  },
];

const BULK: Readonly<Record<BulkVariant, CollectionDeclaration>> = {
  first: {
    name: 'bulk',
    indexes: [
      { name: 'status', keys: up('status') },
      { name: 'tags', keys: up('tags') },
    ],
  },
  second: {
    name: 'bulk',
    indexes: [
      { name: 'status_at', keys: [...up('status'), { field: 'at', direction: -1 }] },
      { name: 'code', keys: up('code'), unique: true },
      { name: 'place', keys: up('place.no') },
    ],
  },
};

export function declarations(bulk: BulkVariant | undefined): readonly CollectionDeclaration[] {
  return bulk === undefined ? WRITTEN : [...WRITTEN, BULK[bulk]];
}
