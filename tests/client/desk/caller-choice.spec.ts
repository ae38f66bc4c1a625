import { callerOptions, choiceOf, usualChoice } from '@/features/desk/casework/caller-choice';
import type { Found } from '@/features/desk/casework/use-caller';

const person = (personId: string, name: string) => ({
  personId,
  name,
  face: 'f01',
  homeLabel: '3号楼2单元501室',
});
const home = { householdId: 'b03-2-501', label: '3号楼2单元501室' };
const found = (part: Partial<Found>): Found => ({ home: null, people: [], query: '孙大爷', ...part });

describe('whom a call is for', () => {
  it('is settled when there is one possibility: the only member, the empty door, the bare name', () => {
    expect(usualChoice(found({ home, people: [person('p1', '孙小妹')] }))).toBe('p1');
    expect(choiceOf(found({ home }), usualChoice(found({ home })))).toEqual({
      kind: 'home',
      householdId: 'b03-2-501',
    });
    expect(choiceOf(found({}), usualChoice(found({})))).toEqual({ kind: 'name', callerName: '孙大爷' });
  });

  it('is asked for where the register has no such door: a slip of the finger is nobody’s name', () => {
    expect(usualChoice(found({ query: '9-9-999' }))).toBeNull();
    expect(callerOptions(found({ query: '9-9-999' })).map(({ text }) => text)).toEqual([
      '没有这一户，仍记“9-9-999”',
    ]);
  });

  it('is asked for where several live, or several are called so', () => {
    const people = [person('p1', '孙小妹'), person('p2', '孙大爷')];
    expect(usualChoice(found({ home, people }))).toBeNull();
    expect(usualChoice(found({ people }))).toBeNull();
    expect(callerOptions(found({ home, people })).map(({ text }) => text)).toEqual([
      '孙小妹',
      '孙大爷',
      '这户其他人',
    ]);
    expect(callerOptions(found({ people })).map(({ text }) => text)).toEqual([
      '孙小妹 3号楼2单元501室',
      '孙大爷 3号楼2单元501室',
      '只记姓名“孙大爷”',
    ]);
  });

  it('is never somebody who was chosen for other words before', () => {
    expect(choiceOf(found({ home }), 'p1')).toBeNull();
    expect(choiceOf(found({}), 'home')).toBeNull();
    expect(choiceOf(found({ home }), 'name')).toBeNull();
  });
});
