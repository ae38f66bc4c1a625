import {
  firstUnreadSeq,
  formerTopOf,
  lastSeq,
  nextOlderChunk,
  openConversation,
  withOlder,
  withPage,
} from '@/features/desk/conversation';
import { echoesOf } from '@/features/desk/echoes';
import type { OutgoingMessage } from '@/features/desk/outgoing';
import { aMessage, aPage, aThread, ASKED_AT } from './talk';

const seqs = (conversation: ReturnType<typeof openConversation>) =>
  conversation.live.flatMap(({ messages }) => messages.map(({ seq }) => seq));

it('adds what is new at the end and leaves full blocks untouched, so that little is drawn', () => {
  const before = openConversation(aPage(1, 25));
  const after = withPage(before, aPage(1, 27));
  expect(seqs(after)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
  expect(after.live.map(({ messages }) => messages.length)).toEqual([20, 7]);
  expect(after.live[0]).toBe(before.live[0]);
});

it('shows nothing twice when a reply and a sync bring the same messages', () => {
  const once = withPage(openConversation(aPage(1, 2)), aPage(1, 4));
  expect(withPage(once, aPage(1, 4))).toBe(once);
});

it('is not set back by an answer that was overtaken on the way', () => {
  const newer = withPage(openConversation(aPage(1, 2)), aPage(1, 4));
  const late = aPage(1, 3, { thread: aThread({ version: 3, status: 'waiting' }) });
  expect(withPage(newer, late)).toBe(newer);
});

it('notices a change of state without a new message', () => {
  const before = openConversation(aPage(1, 2));
  const after = withPage(before, { ...aPage(1, 2), thread: aThread({ version: 5, status: 'resolved' }) });
  expect(after.thread.status).toBe('resolved');
  expect(after.live).toBe(before.live);
});

it('starts afresh after an absence so long that messages in between are missing', () => {
  const after = withPage(openConversation(aPage(1, 5)), aPage(41, 80));
  expect(seqs(after)[0]).toBe(41);
  expect(after.historyCount).toBe(2);
});

it('fetches older messages from the newest chunk to the first, each once', () => {
  let conversation = openConversation(aPage(41, 60));
  expect(nextOlderChunk(conversation)).toBe(2);
  const second = { chunkNo: 2, messages: aPage(21, 40).messages };
  conversation = withOlder(conversation, second);
  expect(withOlder(conversation, second)).toBe(conversation);
  expect(nextOlderChunk(conversation)).toBe(1);
  conversation = withOlder(conversation, { chunkNo: 1, messages: aPage(1, 20).messages });
  expect(nextOlderChunk(conversation)).toBeNull();
  expect(lastSeq(conversation)).toBe(60);
});

describe('the echo of a message on its way', () => {
  const leaving = (key: string, part: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
    key,
    to: { kind: 'say', threadId: 't1' },
    text: '好的',
    photos: [],
    queuedAt: ASKED_AT,
    afterSeq: 2,
    state: 'waiting',
    words: null,
    ...part,
  });
  const talk = (...texts: string[]) =>
    openConversation({
      ...aPage(1, 2),
      messages: [aMessage(1), aMessage(2), ...texts.map((text, index) => aMessage(3 + index, { text }))],
    });

  it('stands below the talk until it arrives', () => {
    expect(echoesOf(talk(), [leaving('a')])).toHaveLength(1);
  });

  it('is gone when the message arrived although its receipt was lost', () => {
    expect(echoesOf(talk('好的'), [leaving('a')])).toEqual([]);
  });

  it('stays for the second of two equal messages of which one arrived', () => {
    expect(echoesOf(talk('好的'), [leaving('a'), leaving('b')]).map(({ key }) => key)).toEqual(['b']);
  });

  it('is not taken for the same words said earlier', () => {
    const earlier = openConversation({
      ...aPage(1, 2),
      messages: [aMessage(1, { text: '好的' }), aMessage(2)],
    });
    expect(echoesOf(earlier, [leaving('a')])).toHaveLength(1);
  });

  it('does not appear in somebody else’s conversation', () => {
    expect(echoesOf(talk(), [leaving('a', { to: { kind: 'say', threadId: 't2' } })])).toEqual([]);
  });
});

describe('finding one’s place in a talk', () => {
  const others = [3, 5, 6].map((seq) => aMessage(seq, { side: 'desk', isMine: false }));
  const [third, fifth, sixth] = others;
  const talk = openConversation({
    ...aPage(41, 46),
    messages: [aMessage(1), aMessage(2), third, aMessage(4), fifth, sixth].flatMap(
      (message) => message ?? [],
    ),
  });

  it('knows the first message not seen yet, as far as it is on the phone', () => {
    expect([0, 1, 2, 3, 99].map((count) => firstUnreadSeq(talk, count))).toEqual([null, 6, 5, 3, 3]);
  });

  it('knows what stood on top before the newest older chunk came', () => {
    expect(formerTopOf(talk)).toBe(talk.live[0]?.id);
    const once = withOlder(talk, { chunkNo: 2, messages: aPage(21, 40).messages });
    expect(formerTopOf(once)).toBe(talk.live[0]?.id);
    expect(formerTopOf(withOlder(once, { chunkNo: 1, messages: aPage(1, 20).messages }))).toBe('chunk-2');
  });
});
