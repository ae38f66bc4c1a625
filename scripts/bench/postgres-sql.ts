import { CLAIMS_LEFT, PAGE, statusOf, task, type Row } from './workload';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The document of number `n` (an SQL expression) under `id`, as jsonb. pgbench reads a colon as a variable: none here. */
function documentSql(id: string, n: string): string {
  const { text, person } = task(0);
  const statuses = Array.from({ length: 4 }, (_, i) => quoted(statusOf(i))).join(',');
  return `jsonb_build_object('_id', ${id}, 'status', (array[${statuses}])[${n} % 4 + 1], 'at', ${n},
    'left', ${CLAIMS_LEFT}, 'holder', '', 'room', 'r' || ${n} / 20, 'number', 'N' || ${id},
    'person', jsonb_build_object('id', 'p' || ${n} % 900, 'name', ${quoted(person.name)}), 'text', ${quoted(text)})`;
}

/** The same documents as jsonb with the same indexes, made by the server itself. */
export function loadSql(documents: number): string[] {
  return [
    'drop table if exists tasks',
    'create table tasks (id text primary key, d jsonb not null)',
    `insert into tasks select 't' || n, ${documentSql("'t' || n", 'n')} from generate_series(0, ${documents - 1}) as n`,
    "create index status_at on tasks ((d->>'status'), (cast(d->>'at' as bigint)) desc)",
    "create index room_1 on tasks ((d->>'room'))",
    "create unique index number_1 on tasks ((d->>'number'))",
    'create sequence if not exists added',
    'vacuum analyze tasks',
    'checkpoint',
  ];
}

const CLAIM = (id: string): string =>
  `update tasks set d = d || jsonb_build_object('left', cast(d->>'left' as int) - 1, 'holder', 'p1')
   where id = 't' || ${id} and cast(d->>'left' as int) > 0;`;

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ');

/** pgbench's script of one row. */
export function scriptOf(row: Row, documents: number): string {
  const any = (name: string): string => `\\set ${name} random(0, ${documents - 1})\n`;
  const get = "select d::text from tasks where id = 't' || :n::text;";
  switch (row) {
    case 'get':
      return `${any('n')}${get}\n`;
    case 'query': {
      const page = `select d::text from tasks where d->>'status' = (array['open','claimed','done','late'])[:s::int]
        order by cast(d->>'at' as bigint) desc limit ${PAGE};`;
      return `\\set s random(1, 4)\n${oneLine(page)}\n`;
    }
    case 'count':
      return `${any('n')}select count(*) from tasks where d->>'room' = 'r' || (:n::int / 20);\n`;
    case 'claim':
    case 'claims':
      return `${any('n')}${oneLine(CLAIM(':n::text'))}\n`;
    case 'add': {
      const document = documentSql("'n' || n", 'n');
      const add = `insert into tasks select 'n' || n, ${document} from (select nextval('added') as n) as next;`;
      return `${oneLine(add)}\n`;
    }
    case 'transaction':
      return `${any('n')}${any('m')}begin;\n${get}\n${oneLine(CLAIM(':n::text'))}\n${oneLine(CLAIM(':m::text'))}\nend;\n`;
  }
}
