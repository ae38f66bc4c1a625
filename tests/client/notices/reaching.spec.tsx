import { act, fireEvent, screen } from '@testing-library/react';
import type { ReachRow } from '@domain/notices/notice.schema';
import NoticeReachPage from '@/pages/staff/notice-reach';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aHousehold, aNotice, aStaffNotice } from './notice-views';

beforeEach(() => signIn('staffZhao'));
afterEach(() => void jest.useRealTimers());

const HERE = '/pages/staff/notice-reach/index';
const notice = aNotice({ canAnswer: false, moves: ['revise', 'cancel'] });
const row = (name: string, given: Partial<ReachRow>): ReachRow => ({
  buildingId: name,
  name,
  householdCount: 24,
  onAppCount: 8,
  acknowledgedCount: 0,
  needsHelpCount: 0,
  notReachedCount: 24,
  ...given,
});
const reach = (needsHelpCount: number) => {
  const rows = [row('1号楼', {}), row('2号楼', { needsHelpCount, notReachedCount: 24 - needsHelpCount })];
  const total = {
    householdCount: 48,
    onAppCount: 16,
    acknowledgedCount: 0,
    needsHelpCount,
    notReachedCount: 48 - needsHelpCount,
  };
  return { notice, total, buildings: rows };
};
const tap = (name: RegExp | string, role = 'button') =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })));

describe('who does not know yet', () => {
  beforeEach(() => phone.openAt(HERE, { noticeId: 'n1' }));

  it('puts the building where somebody needs help on top, and opens it', async () => {
    openCloud({ 'notice.reach': () => gives(reach(1)) });
    await open(<NoticeReachPage />);
    const buildings = screen.getAllByRole('button', { name: /号楼，/ });
    expect(buildings[0]).toHaveAccessibleName('2号楼，1户需要帮助，23户没联系到，0户已知晓');
    expect(screen.getByText('已联系到 1 / 48 户')).toBeInTheDocument();
    expect(screen.getByText(/有 32 户没人用小程序/)).toBeInTheDocument();
    await tap(/^2号楼/);
    expect(phone.went).toEqual([`open ${HERE}?noticeId=n1&buildingId=2%E5%8F%B7%E6%A5%BC`]);
  });

  it('shows new answers by itself while somebody watches', async () => {
    jest.useFakeTimers();
    let helped = 0;
    openCloud({ 'notice.reach': () => gives(reach(helped)) });
    await open(<NoticeReachPage />);
    await act(async () => jest.advanceTimersByTimeAsync(100));
    expect(screen.getByText('已联系到 0 / 48 户')).toBeInTheDocument();
    helped = 2;
    await act(async () => jest.advanceTimersByTimeAsync(10_100));
    expect(screen.getByText('已联系到 2 / 48 户')).toBeInTheDocument();
  });

  it('lets staff cancel the notice only with a reason residents will read', async () => {
    const sent = openCloud({
      'notice.reach': () => gives(reach(0)),
      'notice.cancel': () => gives(aStaffNotice({ status: 'cancelled', moves: [] })),
    });
    await open(<NoticeReachPage />);
    await tap('取消提示');
    await tap('取消提示并告知居民');
    expect(screen.getByText('还没有填写')).toBeInTheDocument();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '施工改期' } });
    await tap('取消提示并告知居民');
    expect(sent.filter(({ action }) => action === 'notice.cancel').map(({ input }) => input)).toEqual([
      { noticeId: 'n1', reason: '施工改期' },
    ]);
  });
});

describe('one building, door by door', () => {
  beforeEach(() => phone.openAt(HERE, { noticeId: 'n1', buildingId: 'b01' }));
  const households = [
    aHousehold('101', { answer: 'acknowledged', members: ['王*'] }),
    aHousehold('102'),
    aHousehold('201', { answer: 'needsHelp', note: '老人卧床', members: ['李**'] }),
  ];
  const reads = {
    'notice.open': () => gives(aStaffNotice({ ...notice, status: 'published' })),
    'notice.reachOf': () => gives({ buildingName: '1号楼', households }),
  };
  const doors = () => screen.getAllByRole('button', { name: /登记回复$/ }).map((door) => door.textContent);

  it('begins with those who need help, then those nobody heard from', async () => {
    openCloud(reads);
    await open(<NoticeReachPage />);
    expect(doors().map((words) => words?.slice(0, 10))).toEqual([
      '1号楼1单元201室',
      '1号楼1单元102室',
      '1号楼1单元101室',
    ]);
    expect(screen.getByText('“老人卧床”')).toBeInTheDocument();
    await tap('没联系到 1', 'tab');
    expect(doors()).toHaveLength(1);
  });

  it('records what a household without a phone said at the door', async () => {
    const sent = openCloud({
      ...reads,
      'notice.recordAnswer': () => gives(aHousehold('102', { answer: 'acknowledged', recordedBy: '赵敏' })),
    });
    await open(<NoticeReachPage />);
    await tap(/102室/);
    await tap('登记');
    expect(screen.getByText('请选一项')).toBeInTheDocument();
    await tap('已知晓', 'radio');
    await tap('登记');
    expect(sent.find(({ action }) => action === 'notice.recordAnswer')?.input).toEqual({
      noticeId: 'n1',
      householdId: 'b01-1-102',
      revision: 3,
      answer: 'acknowledged',
    });
    expect(phone.toasts).toEqual(['已登记']);
  });

  it('does not pretend that help is no longer needed when a member asked for it on their own phone', async () => {
    openCloud({ ...reads, 'notice.recordAnswer': () => gives(households[2]) });
    await open(<NoticeReachPage />);
    await tap(/201室/);
    await tap('已知晓', 'radio');
    await tap('登记');
    expect(phone.toasts[0]).toContain('这户有人在手机上说需要帮助');
  });

  it('keeps what was taken down when the notice has just been updated', async () => {
    openCloud({ ...reads, 'notice.recordAnswer': () => refuses('NOTICE_REVISED') });
    await open(<NoticeReachPage />);
    await tap(/102室/);
    await tap('需要帮助', 'radio');
    const note = () => screen.getByRole('textbox', { name: '补充一句（可以不写）' });
    fireEvent.change(note(), { target: { value: '要帮忙提水' } });
    await tap('登记');
    expect(screen.getByRole('alert')).toHaveTextContent('提示内容刚刚更新了');
    expect(note()).toHaveValue('要帮忙提水');
  });
});
