import { findSeats, placesInQueue, rollWords } from '@/features/activities/roll';
import { rollView, seatView } from './activity-views';

const zhang = seatView();
const li = seatView({
  personId: 'p2',
  name: '李建国',
  ticketCode: '0937',
  homeLabel: '2号楼1单元1102',
  status: 'attended',
});
const chen = seatView({
  personId: 'p3',
  name: '陈晓',
  ticketCode: '5500',
  homeLabel: null,
  status: 'waiting',
});
const he = seatView({ personId: 'p4', name: '何军', ticketCode: '5511', homeLabel: null, status: 'waiting' });
const roll = [zhang, li, chen, he];
const names = (words: string) => findSeats(roll, words).map(({ name }) => name);

describe('finding somebody at the door', () => {
  it('works by name, by the digits of the ticket and by home, blanks or not', () => {
    expect(names('桂兰')).toEqual(['张桂兰']);
    expect(names(' 0937 ')).toEqual(['李建国']);
    expect(names('2号楼 1单元')).toEqual(['李建国']);
    expect(names('55')).toEqual(['陈晓', '何军']);
  });

  it('shows everyone for no words and nobody for a stranger', () => {
    expect(names('  ')).toHaveLength(4);
    expect(names('王')).toEqual([]);
  });
});

describe('the roll in one line', () => {
  it('counts who has come, who is still missing and who waits', () => {
    expect(rollWords(rollView(roll))).toBe('已到1人，还差1人，候补2人');
    expect(rollWords(rollView([zhang]))).toBe('已到0人，还差1人');
  });

  it('keeps everyone’s place in the queue while only some are shown', () => {
    expect(placesInQueue(roll).get('p4')).toBe(2);
    expect(placesInQueue(roll).get('p1')).toBeUndefined();
  });
});
