import { storyOf } from '@/features/wishes/wish-story';
import { wishView } from './wish-views';

const titles = (...args: Parameters<typeof wishView>) =>
  storyOf(wishView(...args)).map(({ title, isDone }) => (isDone ? title : `（${title}）`));

const claimed = { status: 'claimed', claimerMasked: '陈*', claimedAt: 2 } as const;
const fulfilled = { ...claimed, status: 'fulfilled', fulfilledAt: 3, fulfilNote: '书包送到了' } as const;

describe('the story of a wish', () => {
  it('tells a wisher what comes next while staff still read the card', () => {
    expect(titles({ status: 'submitted', isMine: true })).toEqual([
      '您许下了心愿',
      '（社区看过后就上墙）',
      '（等一位热心邻居认领）',
    ]);
  });

  it('names the one who claimed only as far as neighbours may know, and says 您 to themselves', () => {
    expect(titles(claimed)).toContain('陈*认领了');
    expect(titles({ ...claimed, isClaimedByMe: true })).toContain('您认领了');
  });

  it('forgets a claim that was given back', () => {
    expect(titles()).toEqual(['许下心愿', '社区看过，上了心愿墙', '（等一位热心邻居认领）', '（心愿实现）']);
  });

  it('keeps the note of the helper, and ends with the pennant on which the thanks stand', () => {
    const story = storyOf(wishView({ ...fulfilled, status: 'thanked', thanks: '孩子很喜欢' }));
    expect(story.map(({ words }) => words)).toEqual([null, null, null, '书包送到了', null]);
    expect(story.at(-1)?.title).toBe('送上一面锦旗');
    expect(titles(fulfilled)).toContain('（说一声谢谢）');
  });

  it('ends with the reason when a card was not put up', () => {
    const story = storyOf(wishView({ status: 'declined', declineReason: '医药费请到服务台申请' }));
    expect(story.map(({ title, words }) => [title, words])).toEqual([
      ['许下心愿', null],
      ['社区没有通过', '医药费请到服务台申请'],
    ]);
  });
});
