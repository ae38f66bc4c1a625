import { act, fireEvent, screen } from '@testing-library/react';
import AskPage from '@/pages/desk/ask/index';
import DeskPage from '@/pages/tabs/desk/index';
import { answered, gives, openCloud, refuses } from '../../support/cloud-door';
import { plugIn } from '../../support/microphone';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { aPage, ASKED_AT, theDuty } from './talk';

const FILE = 'cloud://env.bucket/voices/xxxxxxxxxxxxxxxxxxxxxxxx.m4a';
const sound = () => ({ blob: async () => new Blob(['sound'], { type: 'audio/mp4' }) });
const pause = (ms = 300) => act(() => jest.advanceTimersByTimeAsync(ms));
let people = 0;

function cloud(ask: () => ReturnType<typeof gives>) {
  const sent = openCloud(
    {
      'duty.now': () => gives(theDuty),
      'thread.ask': ask,
      'thread.mine': () => gives({ items: [] }),
      'thread.sync': () => gives({ cursor: ASKED_AT, threads: [], page: null }),
      'emergency.table': () => gives({ extra: [], gasPhone: '', dutyPhone: '', version: 1 }),
      'faq.shelf': () => gives({ items: [], cursor: 0 }),
      'me.get': () =>
        gives({ status: 'bound', homeLabel: '1号楼1单元101室', moves: [], roles: ['resident'] }),
      'place.list': () => gives({ buildings: [], grids: [] }),
    },
    { 'blob:said': sound, '/upload': answered(200, { fileID: FILE }) },
  );
  return { asked: () => sent.filter(({ action }) => action === 'thread.ask').map(({ input }) => input) };
}
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pause(50);
};
const arrive = async (params: Record<string, string> = {}) => {
  phone.openAt('/pages/desk/ask/index', params, 2);
  const view = await open(<AskPage />);
  await pause();
  return view;
};
const record = async () => {
  await tap('说一段语音');
  await pause(6_000);
  await tap('说完了');
};

beforeEach(() => {
  jest.useFakeTimers({ now: ASKED_AT });
  signIn(`speaker-${(people += 1)}`);
  plugIn();
});
afterEach(() => jest.useRealTimers());

it('a first question can be spoken, with the words that were begun before, and opens the conversation', async () => {
  const { asked } = cloud(() => gives(aPage(1, 1)));
  await arrive({ text: '电梯响' });
  expect(screen.getByRole('textbox')).toHaveValue('电梯响');
  await record();
  await tap('添加位置');
  await tap('我家，1号楼1单元101室');
  await tap('发送');
  expect(asked()).toEqual([
    {
      message: {
        text: '电梯响',
        photos: [],
        place: { isHome: true },
        voice: { fileId: FILE, seconds: 6 },
      },
      faqShown: [],
    },
  ]);
  expect(phone.went).toEqual(['replace /pages/desk/thread/index?threadId=t1']);
});

it('the box of the desk page leads there and gives its words along', async () => {
  cloud(() => gives(aPage(1, 1)));
  phone.openAt('/pages/tabs/desk/index');
  await open(<DeskPage />);
  await pause();
  fireEvent.change(screen.getByRole('textbox', { name: '说说您的事' }), { target: { value: '楼道灯' } });
  await tap('语音、位置');
  expect(phone.went).toEqual([`open /pages/desk/ask/index?text=${encodeURIComponent('楼道灯')}`]);
  expect(screen.getByRole('textbox', { name: '说说您的事' })).toHaveValue('');
});

it('a spoken question that was refused can be taken back from the list with its recording', async () => {
  cloud(() => refuses('VOICE_NOT_USABLE'));
  const first = await arrive();
  await record();
  await tap('发送');
  expect(screen.getByText(/^没有发出：这段语音用不了/)).toBeInTheDocument();
  first.unmount();
  phone.openAt('/pages/tabs/desk/index');
  const desk = await open(<DeskPage />);
  await pause();
  expect(screen.getByText('［语音］')).toBeInTheDocument();
  await tap('改一改');
  expect(phone.went).toContain('open /pages/desk/ask/index');
  desk.unmount();
  await arrive();
  expect(screen.getByRole('button', { name: '去掉这段语音' })).toBeInTheDocument();
});
