import { doorIn, doorOf } from '@domain/people/door-words';
import { homesIn } from '@domain/people/place';
import { BUILDINGS } from '../support/cast';

const labelIn = (words: string): string | null => doorIn(words, BUILDINGS)?.label ?? null;

describe('a door as people say it at the telephone', () => {
  it.each([
    '3-2-501',
    ' 3－2－501 ',
    '3 2 501',
    '3—2—501',
    '3.2.501',
    '3号楼2单元501',
    '3号楼2单元501室',
    '3栋 2单元 501室',
    '３号楼２单元５０１',
    '住在3号楼2单元501的',
  ])('is found in “%s”', (words) => expect(labelIn(words)).toBe('3号楼2单元501室'));

  it('needs no entrance where there is one', () => {
    expect(labelIn('2-1102')).toBe('2号楼1单元1102室');
    expect(labelIn('2号楼1102')).toBe('2号楼1单元1102室');
    expect(labelIn('3-501')).toBeNull();
  });

  it.each(['张桂兰', '3-2', '99-1-101', '3-9-501', '3-2-901', '3-2-5', '', '13837112345'])(
    'is not made up from “%s”',
    (words) => expect(labelIn(words)).toBeNull(),
  );

  it('is the same for every door of the register, typed or by its id', () => {
    for (const home of BUILDINGS.flatMap(homesIn)) {
      const [, building = ''] = /^b0?(\d+)$/.exec(home.buildingId) ?? [];
      expect(doorIn(`${building}-${home.entrance}-${home.room}`, BUILDINGS)).toEqual(home);
      expect(doorOf(home.householdId, BUILDINGS)).toEqual(home);
    }
    expect([doorOf('b01-9-101', BUILDINGS), doorOf('b01', BUILDINGS), doorOf('x', BUILDINGS)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
