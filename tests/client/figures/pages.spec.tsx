import { act, fireEvent, screen } from '@testing-library/react';
import type { FigureGroup, FigureRow } from '@domain/desk/figures.schema';
import FigureListPage from '@/pages/figures/list/index';
import FiguresPage from '@/pages/figures/month/index';
import GridPage from '@/pages/figures/grid/index';
import GridThreadPage from '@/pages/figures/grid-thread/index';
import VisitsPage from '@/pages/figures/visits/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aPage, aThread } from '../desk/talk';

const NUMBERS = {
  asked: 3,
  due: 3,
  inTime: 2,
  late: 1,
  ended: 1,
  fixed: 1,
  notFixed: 0,
  rated: 0,
  satisfied: 0,
  unsatisfied: 0,
};
const group = (key: string, name: string): FigureGroup => ({ key, name, ...NUMBERS });
const figures = (numbers = NUMBERS) => ({
  fromOn: '2026-11-01',
  untilOn: '2026-11-22',
  countedAt: 1,
  leftOutCount: 2,
  totals: numbers,
  byHour: [group('2', '2点')],
  byTopic: [group('repair', '物业维修')],
  byBuilding: [group('b01', '1号楼')],
});
const row: FigureRow = {
  threadId: 't1',
  number: 'A1B2C3',
  title: '暖气不热',
  askedAt: Date.UTC(2026, 10, 21, 18, 10),
  topic: '水电气暖',
  buildingName: '1号楼',
  status: 'confirmed',
  repliedAfter: 720_000,
  isInTime: false,
  score: 'bad',
};

let people = 0;
beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 22, 4), doNotFake: ['setTimeout', 'queueMicrotask'] });
  signIn(`secretary-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('the figures of a month', () => {
  const cloud = (answer: Parameters<typeof openCloud>[0][string]) => openCloud({ 'figure.get': answer });

  it('ask for the running month, tell each rate with its counts, and say where they are few', async () => {
    phone.openAt('/pages/figures/month/index');
    const sent = cloud(() => gives(figures()));
    await open(<FiguresPage />);
    const asked = sent.find(({ action }) => action === 'figure.get');
    expect(asked?.input).toEqual({ fromOn: '2026-11-01', untilOn: '2026-11-22' });
    await screen.findByRole('button', { name: '按时答复率，67%，按时答复 2 件，应答复 3 件' });
    expect(screen.getByRole('button', { name: '满意率，—，满意 0 件，有评价 0 件' })).toBeInTheDocument();
    expect(screen.getAllByText('数少，仅供参考')).toHaveLength(2);
    expect(screen.getByText(/另有撤回或并入别的事 2 件不计入/)).toBeInTheDocument();
  });

  it('open the list of just the number that was tapped', async () => {
    phone.openAt('/pages/figures/month/index');
    cloud(() => gives(figures()));
    await open(<FiguresPage />);
    await screen.findByText('2点');
    await tap(/^2点，按时答复率67%/);
    expect(phone.went).toEqual([
      `open /pages/figures/list/index?fromOn=2026-11-01&untilOn=2026-11-22&rate=response&by=hour&key=2&name=${encodeURIComponent('2点')}`,
    ]);
  });

  it('go back a month with one tap, and say that a month was quiet', async () => {
    phone.openAt('/pages/figures/month/index');
    const sent = cloud(() => gives(figures({ ...NUMBERS, asked: 0 })));
    await open(<FiguresPage />);
    await screen.findByText('这些天没有提问');
    await tap('上个月');
    expect(sent.filter(({ action }) => action === 'figure.get').pop()?.input).toEqual({
      fromOn: '2026-10-01',
      untilOn: '2026-10-31',
    });
  });

  it('say what is wrong and try again', async () => {
    phone.openAt('/pages/figures/month/index');
    cloud(() => 'lost');
    await open(<FiguresPage />);
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});

describe('the list behind a number', () => {
  it('is asked for by count and row, tells its length, and opens a conversation', async () => {
    const params = { fromOn: '2026-11-01', untilOn: '2026-11-22', rate: 'response' };
    phone.openAt('/pages/figures/list/index', { ...params, by: 'hour', key: '2', name: '2点' });
    const sent = openCloud({
      'figure.get': () => gives(figures()),
      'figure.list': () => gives({ items: [row], nextCursor: null }),
    });
    await open(<FigureListPage />);
    const asked = () => sent.filter(({ action }) => action === 'figure.list').pop()?.input;
    expect(asked()).toMatchObject({ count: 'due', group: { by: 'hour', key: '2' } });
    expect(await screen.findByText('共 1 件')).toBeInTheDocument();
    expect(screen.getByText('12分钟后答复，超过承诺')).toBeInTheDocument();
    await act(async () => void fireEvent.click(screen.getByRole('tab', { name: '没按时 1' })));
    expect(asked()).toMatchObject({ count: 'late' });
    await tap(/^暖气不热，/);
    expect(phone.went).toEqual(['open /pages/staff/thread/index?threadId=t1']);
  });
});

describe('who looked', () => {
  const visit = {
    visitId: 'v1',
    threadId: 't1',
    number: 'A1B2C3',
    title: '暖气不热',
    name: '钱进',
    role: 'staff',
    at: Date.UTC(2026, 10, 21, 18, 10),
  };

  it('is told by person, role, time and conversation, and each opens the looks of its conversation', async () => {
    phone.openAt('/pages/figures/visits/index');
    openCloud({ 'visit.list': () => gives({ items: [visit], nextCursor: null }) });
    await open(<VisitsPage />);
    expect(await screen.findByText('钱进（社区工作人员）')).toBeInTheDocument();
    await tap('钱进，社区工作人员，11月22日 周日 02:10看过会话A1B2C3');
    expect(phone.went).toEqual(['open /pages/figures/visits/index?threadId=t1']);
  });

  it('is told to nobody else, in a sentence', async () => {
    phone.openAt('/pages/figures/visits/index');
    openCloud({ 'visit.list': () => refuses('NOT_ALLOWED') });
    await open(<VisitsPage />);
    expect(await screen.findByText(/您的身份暂时不能做这一步/)).toBeInTheDocument();
  });
});

describe('a grid worker', () => {
  it('reads what the own grid asked, and is offered nothing to write', async () => {
    phone.openAt('/pages/figures/grid/index');
    const asker = { name: '张桂兰', face: 'f01', homeLabel: '1号楼1单元101室' };
    openCloud({
      'grid.threads': () => gives({ items: [aThread({ asker, title: '暖气不热' })], nextCursor: null }),
    });
    await open(<GridPage />);
    await screen.findByText('暖气不热');
    await tap(/^张桂兰，暖气不热/);
    expect(phone.went).toEqual(['open /pages/figures/grid-thread/index?threadId=t1']);
  });

  it('fetches older messages one part at a time, the newest of them first', async () => {
    phone.openAt('/pages/figures/grid-thread/index', { threadId: 't1' });
    const sent = openCloud({
      'grid.open': () => gives({ ...aPage(1, 1), filedChunkCount: 2 }),
      'grid.older': () => gives({ chunkNo: 2, messages: [] }),
    });
    await open(<GridThreadPage />);
    await screen.findByText('看更早的');
    expect(screen.queryByRole('textbox')).toBeNull();
    await tap('看更早的');
    await tap('看更早的');
    expect(sent.filter(({ action }) => action === 'grid.older').map(({ input }) => input)).toEqual([
      { threadId: 't1', chunkNo: 2 },
      { threadId: 't1', chunkNo: 1 },
    ]);
    expect(screen.queryByText('看更早的')).toBeNull();
  });

  it('without a grid is told whom to ask', async () => {
    phone.openAt('/pages/figures/grid/index');
    openCloud({ 'grid.threads': () => refuses('NO_GRID_YET') });
    await open(<GridPage />);
    expect(await screen.findByText(/请联系社区书记登记/)).toBeInTheDocument();
  });
});
