import { claimWish, listMyWishes, publishWish, recordWish, submitWish } from '@domain/wishes/wish.actions';
import { cast } from '../support/cast';
import { liveHere } from '../support/mini-program-neighbourhood';

const { auntieZhang, volunteerChen, volunteerHe, staffZhao } = cast;

jest.setTimeout(30_000);

describe('wishes in the compiled mini-program', () => {
  const { community, phoneOf, start } = liveHere();

  const onTheWall = async (title: string): Promise<string> => {
    const card = { title, detail: '给孙子的', category: 'schoolbag', phone: '13800000001' } as const;
    const { wishId } = await community().must(auntieZhang, submitWish, card);
    await community().must(staffZhao, publishWish, { wishId, words: { title, detail: card.detail } });
    return wishId;
  };

  const recordedOnTheWall = async (title: string): Promise<void> => {
    const words = { title, detail: '' };
    const about = {
      category: 'errand',
      phone: '13800000002',
      contactName: '王桂英',
      place: '3号楼',
    } as const;
    const { wishId } = await community().must(staffZhao, recordWish, { ...words, ...about });
    await community().must(staffZhao, publishWish, { wishId, words });
  };

  it('takes a wish card, filled in on the phone', async () => {
    const app = await start(phoneOf(auntieZhang));
    const wall = await app.tapTab('心愿墙');
    await wall.tap('许个心愿');
    const form = await app.arriveAt('pages/wishes/new');
    await form.type('想要的是什么', '一个蓝色书包');
    await form.tap('书包文具');
    await form.type('细节（可以不写）', '开学用');
    await form.type('联系电话', '13800000001');
    await form.tap('许下心愿', 2);
    await form.read('心愿收到了');
    const { wished } = await community().must(auntieZhang, listMyWishes, {});
    expect(wished.map(({ title, category, status }) => [title, category, status])).toEqual([
      ['一个蓝色书包', 'schoolbag', 'submitted'],
    ]);
  });

  it('says at the field what is missing and sends nothing', async () => {
    const app = await start(phoneOf(auntieZhang));
    const wall = await app.tapTab('心愿墙');
    await wall.tap('许个心愿');
    const form = await app.arriveAt('pages/wishes/new');
    await form.type('想要的是什么', '一口锅');
    await form.type('联系电话', '123');
    await form.tap('许下心愿');
    await form.read(/联系电话.*(不对|格式|请)/);
    expect(app.phone.calls('wish.submit')).toEqual([]);
    expect(await form.valueOf('想要的是什么')).toBe('一口锅');
  });

  it('shows a wish on the wall without a name, and the contact only to whoever claims it', async () => {
    await onTheWall('一双防滑鞋');
    const app = await start(phoneOf(volunteerChen));
    const wall = await app.tapTab('心愿墙');
    await wall.read('一双防滑鞋');
    expect(wall.text()).not.toContain('张桂兰');
    await wall.tap(/^心愿：一双防滑鞋/);
    const wish = await app.arriveAt('pages/wishes/detail');
    await wish.see('认领心愿');
    expect(wish.has('查看联系方式')).toBe(false);

    await wish.tap('认领心愿', 2);
    await wish.tap('查看联系方式');
    await wish.read('13800000001');
    await wish.read('张桂兰');
    expect(app.phone.calls('wish.claim')).toHaveLength(1);
  });

  it('tells the second volunteer that somebody was faster', async () => {
    const wishId = await onTheWall('一台小风扇');
    const first = await start(phoneOf(volunteerHe), `pages/wishes/detail/index?wishId=${wishId}`);
    const wish = await first.arriveAt('pages/wishes/detail');
    await wish.see('认领心愿');
    await community().must(volunteerChen, claimWish, { wishId });
    await wish.tap('认领心愿');
    await wish.read('刚刚被别的邻居认领了');
    expect(wish.has('查看联系方式')).toBe(false);
  });

  it('brings more of a long wall when its end comes into view, each wish once', async () => {
    const titles = Array.from({ length: 25 }, (_, index) => `长椅心愿${index + 1}号`);
    for (const title of titles) await recordedOnTheWall(title);
    const app = await start(phoneOf(volunteerHe));
    const wall = await app.tapTab('心愿墙');
    await wall.read('长椅心愿25号');
    expect(wall.has(/^心愿：长椅心愿1号，/)).toBe(false);
    await wall.scrollToEnd();
    await wall.see(/^心愿：长椅心愿1号，/);
    expect(wall.count(/^心愿：长椅心愿\d+号，/)).toBe(titles.length);
  });
});
