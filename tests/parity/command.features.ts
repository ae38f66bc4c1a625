import { names, reference, refusalOf, type Db, type Feature } from './feature';

const numbers = [1, 2, 3, 4, 5].map((n) => ({ name: String(n), n, code: n }));

type Condition = (db: Db) => object;

/** One query command: what it must find, with an index on the field and without. */
function finds(
  command: string,
  title: string,
  docs: object[],
  condition: Condition,
  expected: string[],
): Feature {
  return {
    operation: `command.${command}`,
    title,
    link: reference(`command/Command.${command}`),
    check: async ({ db, plain, indexed }) => {
      for (const name of [plain, indexed]) {
        await db.collection(name).add(docs);
        expect(names(await db.collection(name).where(condition(db)).get())).toEqual(expected);
        expect((await db.collection(name).where(condition(db)).count()).total).toBe(expected.length);
      }
    },
  };
}

const mixed = [
  { name: 'three', n: 3, code: 1 },
  { name: 'text', n: '3', code: 2 },
  { name: 'null', n: null, code: 3 },
  { name: 'missing', code: 4 },
  { name: 'date', n: new Date(3), code: 5 },
];

const tagged = [
  { name: 'ab', tags: ['a', 'b'], code: 1 },
  { name: 'bc', tags: ['b', 'c'], code: 2 },
  { name: 'none', tags: [], code: 3 },
  { name: 'missing', code: 4 },
];

const scored = [
  {
    name: 'split',
    tags: [
      { k: 'x', v: 1 },
      { k: 'y', v: 9 },
    ],
    code: 1,
  },
  { name: 'together', tags: [{ k: 'x', v: 9 }], code: 2 },
];

/** Query commands, each on a plain and on an indexed field. */
export const commandFeatures: readonly Feature[] = [
  finds('eq', 'eq finds equal values', numbers, ({ command: _ }) => ({ n: _.eq(3) }), ['3']),
  finds(
    'neq',
    'neq finds everything else, missing fields too',
    mixed,
    ({ command: _ }) => ({ n: _.neq(3) }),
    ['text', 'null', 'missing', 'date'],
  ),
  finds('gt', 'gt is strict', numbers, ({ command: _ }) => ({ n: _.gt(3) }), ['4', '5']),
  finds('gte', 'gte includes the bound', numbers, ({ command: _ }) => ({ n: _.gte(4) }), ['4', '5']),
  finds('lt', 'lt is strict', numbers, ({ command: _ }) => ({ n: _.lt(2) }), ['1']),
  finds('lte', 'lte includes the bound', numbers, ({ command: _ }) => ({ n: _.lte(2) }), ['1', '2']),
  finds(
    'gt',
    'a comparison stays within the type of its operand',
    mixed,
    ({ command: _ }) => ({ n: _.gt(0) }),
    ['three'],
  ),
  finds('lt', 'text compares with text only', mixed, ({ command: _ }) => ({ n: _.lt('4') }), ['text']),
  finds('in', 'in finds any of the values', numbers, ({ command: _ }) => ({ n: _.in([5, 1, 99]) }), [
    '1',
    '5',
  ]),
  finds('in', 'in with null finds missing fields too', mixed, ({ command: _ }) => ({ n: _.in([null, 3]) }), [
    'three',
    'null',
    'missing',
  ]),
  finds('in', 'in with no values finds nothing', numbers, ({ command: _ }) => ({ n: _.in([]) }), []),
  finds(
    'in',
    'in finds arrays that hold one of the values',
    tagged,
    ({ command: _ }) => ({ tags: _.in(['a', 'c']) }),
    ['ab', 'bc'],
  ),
  finds(
    'in',
    'in works with hundreds of values',
    numbers,
    ({ command: _ }) => ({ n: _.in(Array.from({ length: 300 }, (_x, i) => i + 4)) }),
    ['4', '5'],
  ),
  finds(
    'nin',
    'nin finds the rest, missing fields too',
    mixed,
    ({ command: _ }) => ({ n: _.nin([3, null]) }),
    ['text', 'date'],
  ),
  finds(
    'and',
    'and joins conditions on one field',
    numbers,
    ({ command: _ }) => ({ n: _.gt(1).and(_.lt(4)) }),
    ['2', '3'],
  ),
  finds(
    'and',
    'and joins whole conditions',
    numbers,
    ({ command: _ }) => _.and([{ n: _.gt(1) }, { name: _.neq('3') }]),
    ['2', '4', '5'],
  ),
  finds('or', 'or on one field', numbers, ({ command: _ }) => ({ n: _.lt(2).or(_.gt(4)) }), ['1', '5']),
  finds('or', 'or across fields', numbers, ({ command: _ }) => _.or([{ n: 2 }, { name: '5' }]), ['2', '5']),
  finds(
    'nor',
    'nor finds what matches none',
    numbers,
    ({ command: _ }) => _.nor([{ n: _.lt(3) }, { name: '5' }]),
    ['3', '4'],
  ),
  finds('not', 'not turns a condition round', numbers, ({ command: _ }) => ({ n: _.not(_.gt(2)) }), [
    '1',
    '2',
  ]),
  finds(
    'exists',
    'exists(true) finds fields that are there, null ones too',
    mixed,
    ({ command: _ }) => ({ n: _.exists(true) }),
    ['three', 'text', 'null', 'date'],
  ),
  finds(
    'exists',
    'exists(false) finds missing fields, not null ones',
    mixed,
    ({ command: _ }) => ({ n: _.exists(false) }),
    ['missing'],
  ),
  // The SDK's types say mod() takes nothing; the method takes divisor and remainder.
  finds(
    'mod',
    'mod tests the remainder',
    numbers,
    ({ command: _ }) => ({ n: Reflect.apply(_.mod, _, [2, 1]) }),
    ['1', '3', '5'],
  ),
  finds(
    'all',
    'all finds arrays that hold every value',
    tagged,
    ({ command: _ }) => ({ tags: _.all(['b', 'a']) }),
    ['ab'],
  ),
  finds('size', 'size finds arrays of that length', tagged, ({ command: _ }) => ({ tags: _.size(0) }), [
    'none',
  ]),
  finds(
    'elemMatch',
    'elemMatch needs one element to meet every condition',
    scored,
    ({ command: _ }) => ({ tags: _.elemMatch({ k: 'x', v: _.gt(5) }) }),
    ['together'],
  ),
  finds(
    'RegExp',
    'a regular expression finds text',
    numbers.map((doc) => ({ ...doc, n: `No.${doc.n}` })),
    ({ RegExp }) => ({ n: RegExp({ regexp: '^no\\.[12]$', options: 'i' }) }),
    ['1', '2'],
  ),
  finds(
    'RegExp',
    'a regular expression literal does too',
    numbers.map((doc) => ({ ...doc, n: `门牌${doc.n}` })),
    () => ({ n: /牌3/ }),
    ['3'],
  ),
  finds(
    'lt',
    'two conditions on an array may be met by different elements',
    [{ name: 'spread', tags: [1, 9], code: 1 }],
    ({ command: _ }) => ({ tags: _.gt(4).and(_.lt(5)) }),
    ['spread'],
  ),
  {
    operation: 'command',
    title: 'an operator that does not exist is refused by name, not ignored',
    link: reference('command/Command.or'),
    check: async ({ db, plain }) => {
      const query = db
        .collection(plain)
        .options({ raw: true })
        .where({ n: { $almost: 3 } });
      const { code, message } = await refusalOf(query.get());
      expect(code).toBe('DATABASE_REQUEST_FAILED');
      expect(message).toContain('$almost');
    },
  },
];
