import * as z from 'zod/mini';
import { buildingsIn, isTargeted, targetKeys } from '@domain/kernel/audience';
import { phoneSchema, photoIdSchema, text } from '@domain/kernel/input';
import { maskName, maskPhone } from '@domain/kernel/mask';
import { formatAgo, formatDuration, formatWhen, HOUR, MINUTE, startOfDay } from '@domain/kernel/time';
import { checkInput } from '@domain/kernel/words-for-input';
import { hasRoom, homeAt, homesIn, householdCount } from '@domain/people/place';
import { homeIn } from '../support/people';

describe('time, as people say it', () => {
  const now = Date.UTC(2026, 10, 21, 18, 10);
  it('is China time wherever the server stands', () => {
    expect(formatWhen(now)).toBe('11月22日 周日 02:10');
    expect(startOfDay(now)).toBe(Date.UTC(2026, 10, 21, 16));
  });
  it.each([
    [20_000, '刚刚'],
    [5 * MINUTE, '5分钟前'],
    [2 * HOUR, '今天 00:10'],
    [3 * HOUR, '昨天 23:10'],
    [40 * 24 * HOUR, '10月13日 02:10'],
    [400 * 24 * HOUR, '2025年10月18日'],
  ])('%d ms ago is %s', (passed, words) => expect(formatAgo(now - passed, now)).toBe(words));
  it.each([
    [0, '0分钟'],
    [59 * MINUTE, '59分钟'],
    [200 * MINUTE, '3小时20分'],
    [-2 * HOUR, '2小时'],
    [50 * HOUR, '2天2小时'],
  ])('%d ms is a length of %s', (duration, words) => expect(formatDuration(duration)).toBe(words));
});

describe('who something is for', () => {
  const buildings = [
    { buildingId: 'b1', gridId: 'g1' },
    { buildingId: 'b2', gridId: 'g1' },
    { buildingId: 'b3', gridId: 'g2' },
  ];
  const target = { kind: 'places' as const, buildingIds: ['b3'], gridIds: ['g1'] };
  it('covers chosen grids and buildings together', () =>
    expect(buildingsIn(target, buildings).map((building) => building.buildingId)).toEqual([
      'b1',
      'b2',
      'b3',
    ]));
  it('agrees with itself: a home is targeted exactly when its building is covered', () => {
    const keys = targetKeys({ kind: 'places', buildingIds: ['b3'], gridIds: [] });
    for (const { buildingId, gridId } of buildings)
      expect(isTargeted(keys, homeIn(buildingId, gridId))).toBe(buildingId === 'b3');
    expect(isTargeted(keys, null)).toBe(false);
    expect(isTargeted(['all'], null)).toBe(true);
  });
});

describe('doors', () => {
  const building = {
    buildingId: 'b1',
    name: '1号楼',
    gridId: 'g1',
    entrances: 2,
    floors: 11,
    doorsPerFloor: 3,
  };
  it('are as many as the register says, and each is found again', () => {
    const homes = homesIn(building);
    expect(homes).toHaveLength(householdCount(building));
    expect(new Set(homes.map((home) => home.householdId)).size).toBe(homes.length);
    for (const home of homes) expect(homeAt(building, home.entrance, home.room)).toEqual(home);
  });
  it.each([
    [0, '101'],
    [3, '101'],
    [1, '1201'],
    [1, '104'],
    [1, '001'],
    [1, '1.5'],
    [1, 'abc'],
    [1.5, '101'],
  ])('entrance %d room %s does not exist', (entrance, room) =>
    expect(hasRoom(building, entrance, room)).toBe(false),
  );
});

describe('what is typed in', () => {
  it('gets a Chinese sentence at the right field', () => {
    const schema = z.object({
      title: text(4),
      age: z.int().check(z.minimum(1)),
      tags: z.array(z.string()).check(z.maxLength(1)),
      phone: phoneSchema,
    });
    const checked = checkInput(
      schema,
      { title: '   ', age: 0, tags: ['a', 'b'], phone: '123' },
      { title: '标题', phone: '电话' },
    );
    expect(checked).toEqual({
      ok: false,
      faults: [
        { field: 'title', words: '标题还没有填写' },
        { field: 'age', words: '不能小于1' },
        { field: 'tags', words: '最多选1项' },
        { field: 'phone', words: '电话格式不对，请检查后重新填写' },
      ],
    });
    expect(checkInput(schema, { title: '太长的标题', age: 1, tags: [] }, { title: '标题' })).toMatchObject({
      faults: [{ words: '标题最多4个字，请写短一些' }, { field: 'phone', words: '还没有填写' }],
    });
  });
  it('says that a choice was not made, not that it has a wrong form', () => {
    const schema = z.object({ on: z.string().check(z.regex(/^20/)), who: z.object({ phone: phoneSchema }) });
    expect(checkInput(schema, { on: '', who: { phone: '' } }, { on: '下次核对' })).toMatchObject({
      faults: [{ words: '下次核对还没有填写' }, { field: 'who.phone', words: '还没有填写' }],
    });
  });
  it('knows phone numbers that can be called', () => {
    for (const good of ['13837112345', '0371-67100001', '037167100001'])
      expect(phoneSchema.safeParse(good).success).toBe(true);
    for (const bad of ['12345678901', '1383711234', '电话', ''])
      expect(phoneSchema.safeParse(bad).success).toBe(false);
  });
  it('takes a picture only under a name that cannot be guessed', () => {
    expect(photoIdSchema.safeParse(`cloud://env.bucket/photos/${'a'.repeat(24)}.jpg`).success).toBe(true);
    for (const bad of [
      'https://evil/photos/aaaaaaaaaaaaaaaaaaaaaaaa.jpg',
      'cloud://e/photos/short.jpg',
      `cloud://e/../photos/${'a'.repeat(24)}.svg`,
    ]) {
      expect(photoIdSchema.safeParse(bad).success).toBe(false);
    }
  });
  it('is masked for others', () => {
    expect([maskName('张桂兰'), maskName('白蕊'), maskName('李'), maskPhone('13837112345')]).toEqual([
      '张**',
      '白*',
      '李*',
      '138****2345',
    ]);
  });
});
