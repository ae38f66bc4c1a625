import { ERROR_WORDS } from '@domain/error-words';
import { allActions } from '@domain/index';
import { BASE_ERROR_WORDS } from '@domain/kernel/errors';
import { STAFF } from '@domain/kernel/roles';

describe('the registry of actions', () => {
  it('names every action once, as noun.verb', () => {
    const names = allActions.map((action) => action.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+\.[a-z][A-Za-z]+$/.test(name))).toEqual([]);
  });

  it('has a Chinese sentence for every error a person can meet, telling what to do', () => {
    const declared = [
      ...allActions.flatMap((action) => [...action.errors]),
      ...Object.keys(BASE_ERROR_WORDS),
    ];
    const words = new Map(Object.entries(ERROR_WORDS));
    expect(declared.filter((code) => !/[\u4e00-\u9fff].*[。！？]$/.test(words.get(code) ?? ''))).toEqual([]);
  });

  it('declares no error that its list repeats', () => {
    expect(
      allActions
        .filter(({ errors }) => new Set<string>(errors).size !== errors.length)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('keeps the staff function for staff', () => {
    const open = allActions.filter(
      ({ audience, by }) => audience === 'staff' && by.some((role) => !STAFF.includes(role)),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('names a contact only in the replies that are for it', () => {
    const telling = allActions.filter(({ output }) => JSON.stringify(shapeOf(output)).includes('"phone"'));
    expect(telling.map(({ name }) => name).sort()).toEqual(
      [
        'duty.now',
        'home.get',
        'wish.contact',
        'person.contact',
        'record.contact',
        'me.get',
        'binding.request',
        'binding.withdraw',
        'binding.moveOut',
      ].sort(),
    );
  });
});

/** The field names of a schema, as nested objects; enough to ask which replies can carry a phone number. */
function shapeOf(schema: unknown): unknown {
  const def = (
    schema as { def?: { shape?: Record<string, unknown>; element?: unknown; innerType?: unknown } }
  ).def;
  if (def?.shape)
    return Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, shapeOf(value)]));
  if (def?.element) return [shapeOf(def.element)];
  if (def?.innerType) return shapeOf(def.innerType);
  return 'value';
}
