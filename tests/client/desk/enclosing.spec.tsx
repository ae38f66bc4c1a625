import { act, fireEvent, screen } from '@testing-library/react';
import ThreadPage from '@/pages/desk/thread/index';
import { answered, gives, openCloud, refuses } from '../../support/cloud-door';
import { loudspeaker, plugIn, unplug } from '../../support/microphone';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aMessage, aPage, aThread, ASKED_AT, theDuty } from './talk';

const FILE = 'cloud://env.bucket/voices/xxxxxxxxxxxxxxxxxxxxxxxx.m4a';
const places = {
  buildings: [
    { buildingId: 'b01', name: '1号楼', gridId: 'g01', entrances: 1, floors: 6, doorsPerFloor: 2 },
    { buildingId: 'b03', name: '3号楼', gridId: 'g02', entrances: 3, floors: 11, doorsPerFloor: 2 },
  ],
  grids: [],
};
const bound = { status: 'bound', homeLabel: '1号楼1单元101室', moves: [], roles: ['resident'] };
const sound = () => ({ blob: async () => new Blob(['sound'], { type: 'audio/mp4' }) });

let people = 0;
function cloud(answers: Parameters<typeof openCloud>[0] = {}, paths: Parameters<typeof openCloud>[1] = {}) {
  const sent = openCloud(
    {
      'duty.now': () => gives(theDuty),
      'thread.get': () => gives(aPage(1, 1)),
      'thread.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null }),
      'thread.read': () => gives({ unreadCount: 0 }),
      'thread.typing': () => gives({}),
      'thread.say': () => gives(aPage(1, 2)),
      'place.list': () => gives(places),
      'me.get': () => gives(bound),
      'emergency.table': () => gives({ extra: [], gasPhone: '', dutyPhone: '', version: 1 }),
      ...answers,
    },
    { 'blob:said': sound, '/upload': answered(200, { fileID: FILE }), ...paths },
  );
  return { said: () => sent.filter(({ action }) => action === 'thread.say').map(({ input }) => input) };
}
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pause(50);
};
const choose = async (name: string) => {
  fireEvent.click(screen.getByRole('radio', { name }));
  await pause(50);
};
const arrive = async () => {
  phone.openAt('/pages/desk/thread/index', { threadId: 't1' }, 2);
  const view = await open(<ThreadPage />);
  await pause();
  return view;
};
const record = async (ms: number) => {
  await tap('说一段语音');
  await pause(ms);
  await tap('说完了');
};

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`asker-${(people += 1)}`);
  plugIn();
});
afterEach(() => jest.useRealTimers());

describe('a place', () => {
  it('is one’s own home in one tap', async () => {
    const { said } = cloud();
    await arrive();
    await tap('添加位置');
    await tap('我家，1号楼1单元101室');
    await tap('发送');
    expect(said()).toEqual([{ threadId: 't1', message: { text: '', photos: [], place: { isHome: true } } }]);
  });

  it('is chosen by building, entrance and floor, with a note; another building begins afresh', async () => {
    const { said } = cloud();
    await arrive();
    await tap('添加位置');
    await choose('3号楼');
    await choose('2单元');
    await choose('1号楼');
    expect(screen.queryByRole('radiogroup', { name: '单元' })).toBeNull();
    await choose('3号楼');
    await choose('3单元');
    await choose('11层');
    fireEvent.change(screen.getByLabelText('具体在哪（可不填）'), { target: { value: '电梯口' } });
    await tap('确定：3号楼 3单元 11层 · 电梯口');
    await tap('发送');
    expect(said()).toMatchObject([
      { message: { place: { buildingId: 'b03', entrance: 3, floor: 11, note: '电梯口' } } },
    ]);
  });

  it('is still there after leaving the page, and can be taken out', async () => {
    cloud();
    const first = await arrive();
    await tap('添加位置');
    fireEvent.change(screen.getByLabelText('或者公共位置'), { target: { value: '中心广场' } });
    await tap('确定：中心广场');
    first.unmount();
    await arrive();
    expect(screen.getByText('中心广场')).toBeInTheDocument();
    await tap('去掉位置');
    expect(screen.queryByText('中心广场')).toBeNull();
  });

  it('that the register refuses comes back into the box with a sentence', async () => {
    cloud({ 'thread.say': () => refuses('PLACE_UNKNOWN') });
    await arrive();
    await tap('添加位置');
    await choose('1号楼');
    await tap('确定：1号楼');
    await tap('发送');
    expect(screen.getByText(/^没有发出：有楼栋、网格或房号不在登记册里/)).toBeInTheDocument();
    await tap('改一改');
    expect(screen.getByRole('button', { name: '去掉位置' })).toBeInTheDocument();
  });
});

describe('a voice note', () => {
  it('can be heard before it is sent, and goes with words beside it', async () => {
    const { said } = cloud();
    await arrive();
    await record(7_000);
    await tap('语音，7秒，点按播放');
    expect(loudspeaker.playing).toEqual(['blob:said']);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '您听' } });
    await tap('发送');
    expect(said()).toEqual([
      { threadId: 't1', message: { text: '您听', photos: [], voice: { fileId: FILE, seconds: 7 } } },
    ]);
    expect(screen.queryByRole('button', { name: '去掉这段语音' })).toBeNull();
  });

  it('shows its time, and ends by itself after a minute', async () => {
    cloud();
    await arrive();
    await tap('说一段语音');
    await pause(12_000);
    expect(screen.getByText('0:12')).toBeInTheDocument();
    await pause(49_000);
    expect(screen.getByRole('button', { name: '语音，60秒，点按播放' })).toBeInTheDocument();
  });

  it('can be thrown away while it is spoken and after', async () => {
    const { said } = cloud();
    await arrive();
    await tap('说一段语音');
    await pause(3_000);
    await tap('不要了');
    expect(screen.queryByRole('button', { name: /^语音/ })).toBeNull();
    await record(3_000);
    await tap('去掉这段语音');
    expect(screen.queryByRole('button', { name: /^语音/ })).toBeNull();
    expect(said()).toEqual([]);
  });

  it('that is too short says so', async () => {
    cloud();
    await arrive();
    await record(100);
    expect(screen.getByText('说得太短，没有录上。请多说一会儿。')).toBeInTheDocument();
  });

  it.each([
    ['this browser cannot record', unplug, /^这里不能录音。请打字/],
    ['the microphone is refused', () => plugIn({ isAllowed: false }), /^没有拿到话筒。请在设置里允许/],
  ])('gives way to typing with a sentence where %s', async (_what, prepare, words) => {
    prepare();
    const { said } = cloud();
    await arrive();
    await tap('说一段语音');
    expect(screen.getByText(words)).toBeInTheDocument();
    await tap('改用打字');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '那就打字' } });
    await tap('发送');
    expect(said()).toMatchObject([{ message: { text: '那就打字' } }]);
  });

  it('that could not be uploaded stays in the box with its words and goes with the next try, once', async () => {
    let isDead = true;
    const upload = () => {
      if (isDead) throw new TypeError('Failed to fetch');
      return answered(200, { fileID: FILE })();
    };
    const { said } = cloud({}, { '/upload': upload });
    await arrive();
    await record(4_000);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '您听' } });
    await tap('发送');
    expect(phone.toasts).toContain('网络不通，语音还没有传上去，请再点一次“发送”');
    expect(screen.getByRole('textbox')).toHaveValue('您听');
    isDead = false;
    await tap('发送');
    expect(said()).toHaveLength(1);
  });

  it('waits in the queue for the network with its place, and arrives once', async () => {
    let isDead = true;
    const { said } = cloud({ 'thread.say': () => (isDead ? 'lost' : gives(aPage(1, 2))) });
    await arrive();
    await tap('添加位置');
    await tap('我家，1号楼1单元101室');
    await record(4_000);
    await tap('发送');
    expect(screen.getByText('还没发出去，网络恢复后自动发送')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '语音，4秒，点按播放' })).toBeInTheDocument();
    expect(screen.getByText('1号楼1单元101室')).toBeInTheDocument();
    isDead = false;
    await pause(2_500);
    expect(new Set(said().map((input) => JSON.stringify(input))).size).toBe(1);
    expect(screen.queryByText('还没发出去，网络恢复后自动发送')).toBeNull();
  });

  it('falls silent when another begins', async () => {
    const voice = (seq: number) =>
      aMessage(seq, { text: '', voice: { url: `https://sound/${seq}`, seconds: seq } });
    cloud({
      'thread.get': () => gives({ ...aPage(1, 2), thread: aThread(), messages: [voice(1), voice(2)] }),
    });
    await arrive();
    await tap('语音，1秒，点按播放');
    await tap('语音，2秒，点按播放');
    expect(loudspeaker.playing).toEqual(['https://sound/2']);
    await tap('语音，2秒，正在播放，点按停止');
    expect(loudspeaker.playing).toEqual([]);
  });
});
