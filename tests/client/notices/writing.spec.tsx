import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import NoticeEditPage from '@/pages/staff/notice-edit';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { me } from '../people/people-views';
import { aStaffNotice, places } from './notice-views';

beforeEach(() => signIn('staffZhao'));

const reads = { 'me.get': () => gives(me({ name: '赵敏' })), 'place.list': () => gives(places) };
const tap = (name: RegExp | string, role = 'button') =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })));
const title = () => screen.getByRole('textbox', { name: '标题' });
const write = (field: string, words: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value: words } });
const writes = (sent: readonly { action: string; input: unknown }[]) =>
  sent.filter(({ action }) => !(action in reads) && action !== 'notice.open');

describe('writing a notice', () => {
  it('takes a template, a building and one tap to the preview', async () => {
    const sent = openCloud({ ...reads, 'notice.draft': () => gives(aStaffNotice({ noticeId: 'n7' })) });
    await open(<NoticeEditPage />);
    await tap('施工停水');
    await tap('选择第一网格的楼栋');
    await tap('1号楼', 'checkbox');
    expect(screen.getByText('将发给 1 栋楼 24 户')).toBeInTheDocument();
    await tap('下一步：预览');
    expect(writes(sent)).toEqual([
      expect.objectContaining({
        action: 'notice.draft',
        input: expect.objectContaining({
          kind: 'water',
          title: '管道施工，临时停水',
          issuer: '锦绣城社区',
          target: { kind: 'places', buildingIds: ['b01'], gridIds: [] },
        }),
      }),
    ]);
    expect(phone.went).toEqual(['replace /pages/staff/notice-preview/index?noticeId=n7']);
  });

  it('counts a whole grid once, with the buildings picked in it before', async () => {
    openCloud(reads);
    await open(<NoticeEditPage />);
    await tap('选择第一网格的楼栋');
    await tap('2号楼', 'checkbox');
    await tap('整个第一网格', 'checkbox');
    expect(screen.getByText('将发给 2 栋楼 46 户')).toBeInTheDocument();
    await tap('全社区', 'radio');
    expect(screen.getByText('将发给全社区 3 栋楼 82 户')).toBeInTheDocument();
  });

  it('says at each field what is missing and sends nothing', async () => {
    const sent = openCloud(reads);
    await open(<NoticeEditPage />);
    await tap('存草稿');
    expect(screen.getByText('标题至少写2个字')).toBeInTheDocument();
    expect(writes(sent)).toEqual([]);
    write('标题', '明天停水');
    expect(screen.queryByText('标题至少写2个字')).not.toBeInTheDocument();
  });

  it('shows a refusal of the cloud at the field it is about', async () => {
    openCloud({ ...reads, 'notice.draft': () => refuses('NOTICE_FOR_NOBODY') });
    await open(<NoticeEditPage />);
    await tap('汛情', 'button');
    await tap('存草稿');
    expect(screen.getByRole('alert')).toHaveTextContent('请至少选择一栋楼或一个网格。');
  });

  it('loses nothing that was typed when the page is left, or the network', async () => {
    openCloud({ ...reads, 'notice.draft': () => 'lost' });
    await open(<NoticeEditPage />);
    await tap('消防隐患');
    write('标题', '3号楼楼道堆物');
    await tap('存草稿');
    expect(phone.toasts).toEqual(['网络不通，内容已保存在手机上，恢复后请重试。']);
    cleanup();
    await open(<NoticeEditPage />);
    expect(title()).toHaveValue('3号楼楼道堆物');
    expect(screen.getByText('上次没写完的内容还在')).toBeInTheDocument();
  });

  it('stored once from this page is changed, not written a second time', async () => {
    const stored = aStaffNotice({ noticeId: 'n7', title: '明天停水' });
    const sent = openCloud({
      ...reads,
      'notice.draft': () => gives(stored),
      'notice.open': () => gives(stored),
      'notice.edit': () => gives(stored),
    });
    await open(<NoticeEditPage />);
    await tap('施工停水');
    await tap('存草稿');
    await act(async () => undefined);
    write('标题', '后天停水');
    await tap('存草稿');
    expect(writes(sent).map(({ action }) => action)).toEqual(['notice.draft', 'notice.edit']);
  });
});

describe('changing a notice that residents already see', () => {
  beforeEach(() => phone.openAt('/pages/staff/notice-edit/index', { noticeId: 'n1' }, 2));
  const published = aStaffNotice({
    status: 'published',
    moves: ['revise', 'cancel'],
    title: '1号楼明天停水',
  });

  it('asks first, naming how many households must answer again', async () => {
    const sent = openCloud({
      ...reads,
      'notice.open': () => gives(published),
      'notice.revise': () => gives(published),
    });
    await open(<NoticeEditPage />);
    write('标题', '停水改到后天');
    await tap('更新并重新通知');
    expect(phone.asked[0]?.content).toContain('24 户会看到新内容');
    expect(writes(sent)).toEqual([
      expect.objectContaining({
        action: 'notice.revise',
        input: { noticeId: 'n1', content: expect.objectContaining({ title: '停水改到后天' }) },
      }),
    ]);
    expect(phone.went).toEqual(['back']);
  });

  it('changes nothing when the writer thinks better of it', async () => {
    phone.willAnswer(false);
    const sent = openCloud({ ...reads, 'notice.open': () => gives(published) });
    await open(<NoticeEditPage />);
    write('标题', '停水改到后天');
    await tap('更新并重新通知');
    expect(writes(sent)).toEqual([]);
  });

  it('lets the writer choose when a colleague has stored another version meanwhile', async () => {
    openCloud({ ...reads, 'notice.open': () => gives(published) });
    await open(<NoticeEditPage />);
    write('标题', '我写的标题');
    cleanup();
    signIn('staffZhao');
    const newer = aStaffNotice({ ...published.notice, title: '同事的标题', version: 5 });
    openCloud({ ...reads, 'notice.open': () => gives(newer) });
    await open(<NoticeEditPage />);
    expect(title()).toHaveValue('我写的标题');
    await tap('用同事的');
    expect(title()).toHaveValue('同事的标题');
  });
});
