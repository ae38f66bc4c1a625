import { act, fireEvent, screen } from '@testing-library/react';
import NoticePreviewPage from '@/pages/staff/notice-preview';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aStaffNotice, places } from './notice-views';

beforeEach(() => {
  signIn('staffZhao');
  phone.openAt('/pages/staff/notice-preview/index', { noticeId: 'n1' }, 2);
});

const tap = (name: RegExp | string, role = 'button') =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })));
const reads = { 'place.list': () => gives(places), 'notice.open': () => gives(aStaffNotice()) };

describe('before a notice goes out', () => {
  it('staff see it as a resident will, in both sizes, and how many households get it', async () => {
    openCloud(reads);
    const { container } = await open(<NoticePreviewPage />);
    expect(screen.getByText('将发给 1 栋楼 24 户')).toBeInTheDocument();
    expect(screen.getByText('1号楼明天停水')).toBeInTheDocument();
    expect(container.querySelector('.hy-phone')).not.toHaveClass('hy-theme--elder');
    await tap('长辈版', 'tab');
    expect(container.querySelector('.hy-phone')).toHaveClass('hy-theme--elder');
  });

  it('is published after a question that names the households, and staff watch who is reached', async () => {
    const published = aStaffNotice({ status: 'published', moves: ['revise', 'cancel'] });
    const sent = openCloud({ ...reads, 'notice.publish': () => gives(published) });
    await open(<NoticePreviewPage />);
    await tap('发布');
    expect(phone.asked[0]?.content).toContain('24 户');
    expect(sent.filter(({ action }) => action === 'notice.publish')).toHaveLength(1);
    expect(phone.went).toEqual(['replace /pages/staff/notice-reach/index?noticeId=n1']);
  });

  it('stays a draft when it would be over already, and says so', async () => {
    openCloud({ ...reads, 'notice.publish': () => refuses('NOTICE_OVER') });
    await open(<NoticePreviewPage />);
    await tap('发布');
    expect(screen.getByRole('alert')).toHaveTextContent('结束时间已经过去，请改成以后的时间。');
    expect(phone.went).toEqual([]);
  });

  it('offers no publishing of what a colleague published a moment ago', async () => {
    openCloud({
      ...reads,
      'notice.open': () => gives(aStaffNotice({ status: 'published', moves: ['revise'] })),
    });
    await open(<NoticePreviewPage />);
    expect(screen.queryByRole('button', { name: '发布' })).not.toBeInTheDocument();
    await tap('看谁还不知道');
    expect(phone.went).toEqual(['replace /pages/staff/notice-reach/index?noticeId=n1']);
  });
});
