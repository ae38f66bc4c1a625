import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import BoardPage from '@/pages/staff/board/index';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aNotice } from '../notices/notice-views';
import { aQuietBoard, theBoard, theCharts, theReach } from './board-views';

let people = 0;
beforeEach(() => signIn(`staffZhao-${(people += 1)}`));

const arrive = async (board = theBoard(), charts = theCharts()) => {
  const answers = {
    board: (): ReturnType<typeof gives> => gives(board),
    charts: (): ReturnType<typeof gives> => gives(charts),
  };
  openCloud({
    'home.board': () => answers.board(),
    'home.charts': () => answers.charts(),
    'notice.reach': () => gives(theReach(aNotice())),
  });
  await open(<BoardPage />);
  return answers;
};
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const bars = (chart: string) => within(screen.getByRole('group', { name: chart })).getAllByRole('button');

describe('the board of this moment', () => {
  it('gives exact numbers, and each opens the list it counts', async () => {
    await arrive();
    await tap('超时未回复，2件');
    await tap('等接单的居民，128件');
    await tap('等审核的心愿，0个');
    await tap('没人认领的心愿，4个');
    await tap('等确认的住户，3户');
    await tap('停水两小时，999户没通知到，共1000户，1户需要帮助');
    await tap('义诊，09:30 活动开始');
    await tap('停水两小时，10:30 提示结束');
    expect(phone.went).toEqual([
      'open /pages/staff/queue/index?filter=overdue',
      'open /pages/staff/queue/index?filter=waiting',
      'open /pages/staff/wish-review/index',
      'open /pages/staff/wish-review/index?filter=open',
      'open /pages/staff/bindings/index',
      'open /pages/staff/notice-reach/index?noticeId=n1',
      'open /pages/staff/activity-roll/index?activityId=a1',
      'open /pages/staff/notice-reach/index?noticeId=n1',
    ]);
  });

  it('brings the list on the page itself into view for what is listed here, as often as asked', async () => {
    await arrive();
    const shown = () => document.querySelector('[data-into-view]')?.getAttribute('data-into-view');
    await tap('还没通知到，999户');
    expect(shown()).toBe('board-reach');
    expect(document.getElementById('board-reach')).toHaveTextContent('停水两小时');
    await tap('今天到期，2件');
    expect(shown()).toBe('board-today');
    expect(document.getElementById('board-today')).toHaveTextContent('义诊');
    await tap('今天到期，2件');
    expect(shown()).toBe('board-today');
    expect(phone.went).toEqual([]);
  });

  it('has a bar for each wait and day with its exact count, and each opens just what it counts', async () => {
    await arrive();
    expect(bars('没办完的事，等了多久').map((bar) => bar.getAttribute('aria-label'))).toEqual([
      '等了超过3天的事，1件',
      '等了1到3天的事，0件',
      '等了4到24小时的事，4件',
      '等了1到4小时的事，20件',
      '等了不到1小时的事，105件',
    ]);
    expect(screen.getByText('等接单和办理中的，共 130 件')).toBeInTheDocument();
    await tap('等了4到24小时的事，4件');
    await tap('11月17日 周二的提问，2件');
    await tap('等了3到7天的心愿，2个');
    const today = Date.UTC(2026, 10, 21, 16);
    expect(phone.went.map(decodeURIComponent)).toEqual([
      'open /pages/staff/board-list/index?of=matters&from=200&to=300&name=等了4到24小时的事',
      `open /pages/staff/board-list/index?of=questions&from=${today - 5 * 86_400_000}&to=${today - 4 * 86_400_000}&name=11月17日 周二的提问`,
      'open /pages/staff/board-list/index?of=wishes&from=30&to=40&name=等了3到7天的心愿',
    ]);
  });

  it('opens a bar from the keyboard', async () => {
    await arrive();
    const [first] = bars('最近7天的提问');
    await act(async () => void fireEvent.keyDown(first ?? document.body, { key: 'Enter' }));
    expect(phone.went[0]).toContain('/pages/staff/board-list/index?of=questions');
  });

  it('names the buildings with most households not reached, and says how many more there are', async () => {
    await arrive();
    const buildings = bars('停水两小时，每栋楼没通知到的户');
    expect(buildings).toHaveLength(8);
    expect(buildings[0]).toHaveAccessibleName('10号楼，90户没通知到，共100户');
    fireEvent.click(buildings[0] ?? document.body);
    await tap('还有 1 栋楼，看全部楼栋');
    expect(phone.went).toEqual([
      'open /pages/staff/notice-reach/index?noticeId=n1&buildingId=b10',
      'open /pages/staff/notice-reach/index?noticeId=n1',
    ]);
  });

  it('shows one of several notices building by building, and another one when asked', async () => {
    const [first] = theBoard().notices;
    if (!first) throw new Error('the board has a notice');
    await arrive(
      theBoard({ notices: [first, { ...first, noticeId: 'n2', title: '燃气安检', notReachedCount: 1 }] }),
    );
    expect(screen.getByRole('button', { name: '还没通知到，1000户次' })).toBeInTheDocument();
    await act(async () => void fireEvent.click(screen.getByRole('tab', { name: '燃气安检' })));
    fireEvent.click(bars('燃气安检，每栋楼没通知到的户')[0] ?? document.body);
    expect(phone.went).toEqual(['open /pages/staff/notice-reach/index?noticeId=n2&buildingId=b10']);
  });

  it('says so when there is nothing to do', async () => {
    await arrive(aQuietBoard, theCharts(true));
    expect(screen.getByRole('button', { name: '超时未回复，0件' })).toBeInTheDocument();
    expect(screen.getByText('现在没有生效中的安全提示。')).toBeInTheDocument();
    expect(screen.getByText('今天没有要开始的活动和要结束的提示。')).toBeInTheDocument();
    expect(bars('没办完的事，等了多久')).toHaveLength(5);
  });

  it('keeps its numbers when the network goes, says what is wrong, and tries again', async () => {
    const answers = await arrive();
    Object.assign(answers, { board: () => 'lost', charts: () => 'lost' });
    await tap('刷新');
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '超时未回复，2件' })).toBeInTheDocument();
    expect(bars('没办完的事，等了多久')).toHaveLength(5);
    Object.assign(answers, {
      board: () => gives(theBoard({ overdueCount: 5 })),
      charts: () => gives(theCharts()),
    });
    await tap('重试');
    expect(await screen.findByRole('button', { name: '超时未回复，5件' })).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });
});
