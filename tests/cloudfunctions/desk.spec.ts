import * as actions from '@domain/desk/desk.actions';
import { DAY, MINUTE } from '@domain/kernel/time';
import { cast } from '../support/cast';
import { openCommunity, freshKey, type TestCommunity } from '../support/community';

const { auntieZhang, uncleLi, staffZhao, staffQian, newcomer, otherStaff } = cast;

describe('the 24-hour desk', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const ask = (text = '半夜楼道水管爆了怎么办') =>
    community.must(auntieZhang, actions.askDesk, { message: { text } }).then((page) => page.thread.threadId);

  it('shows a neighbour who is on duty at ten past two at night, and who comes next', async () => {
    const duty = await community.must(auntieZhang, actions.getDuty, {});
    expect(duty.now?.people.map((person) => person.name)).toEqual(['赵敏', '钱进']);
    expect(duty.next?.people.map((person) => person.name)).toEqual(['白蕊', '赵敏']);
    expect(duty.secretary).toBeNull();
  });

  it('names the secretary in an hour that nobody covers', async () => {
    community.advance(3 * DAY);
    const duty = await community.must(auntieZhang, actions.getDuty, {});
    expect(duty.now).toBeNull();
    expect(duty.secretary?.name).toBe('白蕊');
  });

  it('carries a question from the neighbour to the desk and the answer back', async () => {
    const threadId = await ask();
    const queue = await community.must(staffQian, actions.listQueue, { filter: 'waiting' });
    expect(queue.items.map((item) => [item.threadId, item.asker?.homeLabel])).toEqual([
      [threadId, '1号楼1单元101室'],
    ]);
    expect(queue.items[0]?.replyDueAt).toBe(community.now() + 10 * MINUTE);

    await community.must(staffZhao, actions.takeThread, { threadId });
    community.advance(MINUTE);
    await community.must(staffZhao, actions.replyInThread, {
      threadId,
      message: { text: '马上联系物业关阀门' },
    });

    const synced = await community.must(auntieZhang, actions.syncMyThreads, {
      since: 0,
      threadId,
      version: 1,
    });
    expect(synced.page?.messages.map((message) => [message.side, message.text])).toEqual([
      ['asker', '半夜楼道水管爆了怎么办'],
      ['system', '赵敏已接单'],
      ['desk', '马上联系物业关阀门'],
    ]);
    expect(synced.threads[0]).toMatchObject({
      status: 'taken',
      unreadCount: 2,
      firstRepliedAt: community.now(),
      replyDueAt: null,
    });
    const read = await community.must(auntieZhang, actions.markThreadRead, { threadId, seq: 3 });
    expect(read.unreadCount).toBe(0);
  });

  it('lets only one of the two on duty take a question', async () => {
    const threadId = await ask();
    const both = await Promise.all(
      [staffZhao, staffQian].map((staff) => community.call(staff, actions.takeThread, { threadId })),
    );
    expect(both.map((reply) => (reply.ok ? 'taken' : reply.code)).sort()).toEqual([
      'MOVE_NOT_ALLOWED_FROM_STATE',
      'taken',
    ]);
  });

  it('sends a double tap once, and refuses the same key with other words', async () => {
    const key = freshKey();
    const once = { message: { text: '暖气不热' } };
    const [first, second] = await Promise.all(
      [1, 2].map(() => community.must(auntieZhang, actions.askDesk, once, key)),
    );
    expect(second?.thread.threadId).toBe(first?.thread.threadId);
    expect((await community.must(auntieZhang, actions.listMyThreads, {})).items).toHaveLength(1);
    expect(
      await community.call(auntieZhang, actions.askDesk, { message: { text: '别的事' } }, key),
    ).toMatchObject({ code: 'KEY_REUSED' });

    const threadId = first?.thread.threadId ?? '';
    const sayKey = freshKey();
    await Promise.all(
      [1, 2, 3].map(() =>
        community.must(auntieZhang, actions.sayInThread, { threadId, message: { text: '还是不热' } }, sayKey),
      ),
    );
    const page = await community.must(auntieZhang, actions.getThread, { threadId });
    expect(page.messages.map((message) => message.text)).toEqual(['暖气不热', '还是不热']);
  });

  it('keeps every message of a busy thread, in one order, when both sides write at once', async () => {
    const threadId = await ask();
    const lines = Array.from({ length: 30 }, (_, index) => index);
    for (const index of lines) {
      await Promise.all([
        community.must(auntieZhang, actions.sayInThread, { threadId, message: { text: `问${index}` } }),
        community.must(staffZhao, actions.replyInThread, { threadId, message: { text: `答${index}` } }),
      ]);
    }
    const page = await community.must(auntieZhang, actions.getThread, { threadId });
    expect(page.messages.length).toBeLessThanOrEqual(41);
    const older = await Promise.all(
      Array.from({ length: page.filedChunkCount }, (_, index) =>
        community.must(auntieZhang, actions.getOlderMessages, { threadId, chunkNo: index + 1 }),
      ),
    );
    const all = [...older.flatMap((chunk) => chunk.messages), ...page.messages];
    expect(all.map((message) => message.seq)).toEqual(all.map((_, index) => index + 1));
    expect(new Set(all.map((message) => message.messageId)).size).toBe(all.length);
    for (const index of lines) {
      expect(all.filter((message) => message.text === `问${index}`)).toHaveLength(1);
      expect(all.filter((message) => message.text === `答${index}`)).toHaveLength(1);
    }
  });

  it('lets the asker confirm, or reopen for whoever is on duty now', async () => {
    const threadId = await ask();
    await community.must(staffZhao, actions.takeThread, { threadId });
    const resolved = await community.must(staffZhao, actions.resolveThread, { threadId });
    expect(resolved.thread.status).toBe('resolved');
    const reopened = await community.must(auntieZhang, actions.reopenThread, { threadId });
    expect(reopened.thread).toMatchObject({
      status: 'waiting',
      taker: null,
      replyDueAt: community.now() + 10 * MINUTE,
    });
    await community.must(staffQian, actions.takeThread, { threadId });
    await community.must(staffQian, actions.resolveThread, { threadId });
    const confirmed = await community.must(auntieZhang, actions.confirmThread, { threadId });
    expect(confirmed.thread).toMatchObject({ status: 'confirmed', moves: [], canWrite: false });
    expect(
      await community.call(auntieZhang, actions.sayInThread, { threadId, message: { text: '还有' } }),
    ).toMatchObject({ code: 'THREAD_CLOSED' });
  });

  it('reopens a resolved matter when the asker simply writes again', async () => {
    const threadId = await ask();
    await community.must(staffZhao, actions.takeThread, { threadId });
    await community.must(staffZhao, actions.resolveThread, { threadId });
    const page = await community.must(auntieZhang, actions.sayInThread, {
      threadId,
      message: { text: '又漏了' },
    });
    expect(page.thread.status).toBe('waiting');
  });

  it('ends a resolved matter after seven silent days, and does not call that confirmed', async () => {
    const threadId = await ask();
    await community.must(staffZhao, actions.takeThread, { threadId });
    await community.must(staffZhao, actions.resolveThread, { threadId });
    community.advance(6 * DAY);
    await community.runTimer();
    expect((await community.must(auntieZhang, actions.getThread, { threadId })).thread.status).toBe(
      'resolved',
    );
    community.advance(DAY + MINUTE);
    await community.runTimer();
    expect((await community.must(auntieZhang, actions.getThread, { threadId })).thread.status).toBe('closed');
  });

  it('hides a thread from neighbours and from the staff of another community', async () => {
    const threadId = await ask();
    expect(await community.call(uncleLi, actions.getThread, { threadId })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    expect(
      await community.call(uncleLi, actions.sayInThread, { threadId, message: { text: '我' } }),
    ).toMatchObject({ code: 'THREAD_NOT_FOUND' });
    expect(await community.call(otherStaff, actions.openThread, { threadId })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    expect(await community.call(otherStaff, actions.takeThread, { threadId })).toMatchObject({
      code: 'THREAD_NOT_FOUND',
    });
    expect((await community.must(otherStaff, actions.listQueue, { filter: 'waiting' })).items).toEqual([]);
  });

  it('answers a newcomer whom nobody has registered', async () => {
    const page = await community.must(newcomer, actions.askDesk, {
      message: { text: '我刚搬来，怎么绑定住户？' },
    });
    expect(
      (await community.must(newcomer, actions.getThread, { threadId: page.thread.threadId })).messages,
    ).toHaveLength(1);
  });

  it.each([
    ['nothing at all', {}],
    ['blanks', { text: '   ' }],
    ['a novel', { text: '长'.repeat(1001) }],
    ['a picture that was never uploaded', { text: '看', photos: ['cloud://x/photos/short.jpg'] }],
  ])('refuses %s and says which field', async (_name, message) => {
    const reply = await community.call(auntieZhang, actions.askDesk, { message });
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
    expect(!reply.ok && reply.issues.length).toBeGreaterThan(0);
  });

  it('takes emoji for what they are: words', async () => {
    const page = await community.must(auntieZhang, actions.askDesk, { message: { text: '👵🏻🙏🆘' } });
    expect(page.messages[0]?.text).toBe('👵🏻🙏🆘');
  });

  it('stops a flood: an eleventh unanswered question is refused with a hint', async () => {
    for (let index = 0; index < 10; index += 1) await ask(`第${index}件事`);
    expect(await community.call(auntieZhang, actions.askDesk, { message: { text: '再来' } })).toMatchObject({
      code: 'TOO_MANY_OPEN_THREADS',
    });
  });
});
