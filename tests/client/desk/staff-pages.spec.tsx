import { act, fireEvent, screen } from '@testing-library/react';
import { MINUTE } from '@domain/kernel/time';
import QueuePage from '@/pages/staff/queue/index';
import StaffThreadPage from '@/pages/staff/thread/index';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aMessage, aPage, aThread, ASKED_AT, theDuty } from './talk';

let people = 0;
const asker = { name: '李奶奶', face: 'f03', homeLabel: '5号楼1单元502室' };
const waiting = aThread({ asker, moves: ['take'] });
const me = { personId: 'p1' };
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`staff-${(people += 1)}`);
});
afterEach(() => jest.useRealTimers());

describe('the queue', () => {
  const cloud = (queue: { items: unknown[]; changed: unknown[] }) =>
    openCloud({
      'duty.now': () => gives(theDuty),
      'me.get': () => gives(me),
      'desk.queue': () => gives({ items: queue.items, nextCursor: null, waitingCount: queue.items.length }),
      'desk.sync': () => gives({ cursor: ASKED_AT, threads: queue.changed, page: null }),
    });

  it('tells who is on duty that they are, with whom and until when', async () => {
    cloud({ items: [], changed: [] });
    await open(<QueuePage />);
    await pause();
    expect(screen.getByText('您正在值班，搭档马骏，到08:30')).toBeInTheDocument();
    expect(screen.getByText('没有人在等，辛苦了')).toBeInTheDocument();
  });

  it('shows a new question within three seconds, marked as new, and counts it', async () => {
    const queue = { items: [waiting] as unknown[], changed: [waiting] as unknown[] };
    cloud(queue);
    await open(<QueuePage />);
    await pause();
    const second = { ...waiting, threadId: 't2', title: '门禁刷不开' };
    queue.items = [waiting, second];
    queue.changed = [waiting, second];
    await pause(2_900);
    expect(screen.getByRole('button', { name: /新来的，李奶奶：门禁刷不开/ })).toBeInTheDocument();
    expect(screen.getByLabelText('2件')).toBeInTheDocument();
  });

  it('reads the queue again only when something changed', async () => {
    const sent = cloud({ items: [waiting], changed: [waiting] });
    await open(<QueuePage />);
    await pause(10_000);
    expect(sent.filter(({ action }) => action === 'desk.queue')).toHaveLength(1);
    expect(sent.filter(({ action }) => action === 'desk.sync').length).toBeGreaterThan(3);
  });

  it('goes on with the next page at the end of the list, and marks none of it as new', async () => {
    const later = { ...waiting, threadId: 't51', title: '第五十一件' };
    const page = (items: unknown[], nextCursor: string | null) =>
      gives({ items, nextCursor, waitingCount: 51 });
    openCloud({
      'duty.now': () => gives(theDuty),
      'me.get': () => gives(me),
      'desk.queue': ({ cursor }: { cursor?: string }) =>
        cursor ? page([later], null) : page([waiting], 'c1'),
      'desk.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null }),
    });
    await open(<QueuePage />);
    await pause();
    expect(screen.getByLabelText('51件')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '再看一些' }));
    await pause();
    expect(screen.getByRole('button', { name: /^李奶奶：第五十一件/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
  });

  it('says in words when a neighbour waits longer than was promised', async () => {
    cloud({ items: [waiting], changed: [] });
    jest.setSystemTime(ASKED_AT + 15 * MINUTE);
    await open(<QueuePage />);
    await pause();
    expect(screen.getByText('已等待 15分钟 · 超过承诺 5分钟')).toBeInTheDocument();
  });
});

describe('a neighbour’s matter', () => {
  const page = {
    ...aPage(1, 1),
    thread: waiting,
    messages: [aMessage(1, { isMine: false, name: '李奶奶' })],
  };
  const cloud = (answers: Parameters<typeof openCloud>[0]) =>
    openCloud({
      'desk.open': () => gives(page),
      'desk.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null }),
      ...answers,
    });
  const arrive = async () => {
    phone.openAt('/pages/staff/thread/index', { threadId: 't1' }, 2);
    await open(<StaffThreadPage />);
    await pause();
  };

  it('names the neighbour and their home and offers the moves the cloud allows, no others', async () => {
    cloud({});
    await arrive();
    expect(screen.getAllByText('李奶奶').length).toBeGreaterThan(0);
    expect(screen.getByText('5号楼1单元502室')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '接单' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '办结' })).not.toBeInTheDocument();
  });

  it('tells the second of two colleagues that somebody else took it, and shows who', async () => {
    let taken = page;
    cloud({
      'desk.open': () => gives(taken),
      'desk.take': () => {
        const taker = { personId: 'p2', name: '马骏', face: 'f02' };
        taken = {
          ...page,
          thread: aThread({ asker, version: 2, status: 'taken', taker, moves: ['takeOver'] }),
        };
        return refuses('MOVE_NOT_ALLOWED_FROM_STATE');
      },
    });
    await arrive();
    fireEvent.click(screen.getByRole('button', { name: '接单' }));
    await pause();
    expect(phone.toasts).toEqual(['状态已经变化，这一步现在做不了，请刷新看看最新进展。']);
    expect(screen.getByText('马骏')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '转我处理' })).toBeInTheDocument();
  });

  it('hands a matter back only with a reason', async () => {
    const taker = { personId: 'p1', name: '宋雅琴', face: 'f01' };
    const mine = {
      ...page,
      thread: aThread({ asker, status: 'taken', taker, moves: ['takeOver', 'handBack', 'resolve'] }),
    };
    const sent = cloud({
      'desk.open': () => gives(mine),
      'desk.handBack': () => gives({ ...page, thread: { ...waiting, version: 2 } }),
    });
    await arrive();
    expect(screen.queryByRole('button', { name: '转我处理' })).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '退回待接' }));
    const confirm = () => {
      const buttons = screen.getAllByRole('button', { name: '退回待接' });
      fireEvent.click(buttons[buttons.length - 1] ?? document.body);
    };
    confirm();
    await pause();
    expect(sent.some(({ action }) => action === 'desk.handBack')).toBe(false);
    fireEvent.change(screen.getByRole('textbox', { name: /为什么退回/ }), {
      target: { value: '明天联系物业' },
    });
    confirm();
    await pause();
    expect(sent.find(({ action }) => action === 'desk.handBack')?.input).toEqual({
      threadId: 't1',
      reason: '明天联系物业',
    });
    expect(screen.getByRole('button', { name: '接单' })).toBeInTheDocument();
  });

  it('puts a ready-made phrase into the box and sends nothing by itself', async () => {
    const sent = cloud({});
    await arrive();
    fireEvent.click(screen.getByText('请拍一张现场照片发给我们。'));
    await pause();
    expect(screen.getByRole('textbox')).toHaveValue('请拍一张现场照片发给我们。');
    expect(sent.some(({ action }) => action === 'desk.reply')).toBe(false);
  });
});
