import { countWords, isFew, percentCell, percentWords, RATES } from '@/features/figures/rates';

const numbers = {
  asked: 14,
  due: 12,
  inTime: 10,
  late: 2,
  ended: 0,
  fixed: 0,
  notFixed: 0,
  rated: 3,
  satisfied: 2,
  unsatisfied: 1,
};
const [response, solution, satisfaction] = RATES;

describe('a rate on the screen', () => {
  it('stands beside the counts it is made of', () => {
    expect(percentWords(numbers, response)).toBe('83%');
    expect(countWords(numbers, response)).toBe('按时答复 10 件，应答复 12 件');
  });

  it('says nothing where there is nothing to count, neither 0% nor 100%', () => {
    expect(percentWords(numbers, solution)).toBe('—');
    expect(percentCell(numbers, solution)).toBe('—');
    expect(isFew(numbers, solution)).toBe(false);
  });

  it('says of a few that they are few', () => {
    expect([isFew(numbers, response), isFew(numbers, satisfaction)]).toEqual([false, true]);
  });
});
