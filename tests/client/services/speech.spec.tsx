import { act, fireEvent, render, screen } from '@testing-library/react';
import { ReadAloud } from '@/components/read-aloud';
import { VoiceInput } from '@/components/voice-input';
import { phone } from '../../support/taro';

/** A browser that speaks: what it was asked to say, and a way to come to the end of it. */
function speakingBrowser() {
  const said: { text: string; lang: string; onend: (() => void) | null }[] = [];
  const state = { silenced: 0 };
  class Utterance {
    lang = '';
    rate = 1;
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor(readonly text: string) {}
  }
  Object.assign(window, {
    SpeechSynthesisUtterance: Utterance,
    speechSynthesis: {
      speak: (utterance: Utterance) => void said.push(utterance),
      cancel: () => void (state.silenced += 1),
    },
  });
  return { said, state };
}

type Heard = { results: { transcript: string }[][] };
/** A browser that listens: the ear that is open, and what it is told. */
function listeningBrowser() {
  const ears: Ear[] = [];
  class Ear {
    lang = '';
    onresult: ((event: Heard) => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    onend: (() => void) | null = null;
    start = () => void ears.push(this);
    stop = () => this.onend?.();
    abort = () => this.onend?.();
  }
  Object.assign(window, { webkitSpeechRecognition: Ear });
  const ear = (): Ear => {
    const [last] = ears.slice(-1);
    if (!last) throw new Error('nobody listens');
    return last;
  };
  return { ear };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

afterEach(() => {
  for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance', 'webkitSpeechRecognition'])
    Reflect.deleteProperty(window, name);
});

describe('having things read aloud', () => {
  test('a notice is read in Chinese, and the same button stops it', () => {
    const { said, state } = speakingBrowser();
    render(<ReadAloud words="今晚停水，请提前储水。" about="停水通知" />);
    fireEvent.click(button('朗读：停水通知'));
    expect(said.map(({ text, lang }) => [text, lang])).toEqual([['今晚停水，请提前储水。', 'zh-CN']]);
    const silencedBefore = state.silenced;
    fireEvent.click(button('停止：停水通知'));
    expect(state.silenced).toBe(silencedBefore + 1);
    expect(button('朗读：停水通知')).toHaveTextContent('朗读');
  });

  test('the button turns back by itself at the end', () => {
    const { said } = speakingBrowser();
    render(<ReadAloud words="好了" about="回复" />);
    fireEvent.click(button('朗读：回复'));
    act(() => said[0]?.onend?.());
    expect(button('朗读：回复')).toBeInTheDocument();
  });

  test('another one begun silences the first, and so does leaving the page', () => {
    const { said, state } = speakingBrowser();
    const { unmount } = render(
      <>
        <ReadAloud words="第一条" about="一" />
        <ReadAloud words="第二条" about="二" />
      </>,
    );
    fireEvent.click(button('朗读：一'));
    fireEvent.click(button('朗读：二'));
    expect(said.map(({ text }) => text)).toEqual(['第一条', '第二条']);
    expect(button('朗读：一')).toBeInTheDocument();
    const silencedBefore = state.silenced;
    unmount();
    expect(state.silenced).toBe(silencedBefore + 1);
  });

  test('a device that cannot speak shows no button', () => {
    render(<ReadAloud words="今晚停水" about="停水" />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('speaking instead of typing', () => {
  test('what was understood is handed over, and the button turns back', () => {
    const { ear } = listeningBrowser();
    const heard: string[] = [];
    render(<VoiceInput onWords={(words) => heard.push(words)} />);
    fireEvent.click(button('说话，替我写下来'));
    expect(ear().lang).toBe('zh-CN');
    act(() => ear().onresult?.({ results: [[{ transcript: '楼道灯坏了' }]] }));
    fireEvent.click(button('说完了，停止听写'));
    expect(heard).toEqual(['楼道灯坏了']);
    expect(button('说话，替我写下来')).toBeInTheDocument();
  });

  test('a microphone that is not allowed is explained', () => {
    const { ear } = listeningBrowser();
    render(<VoiceInput onWords={() => undefined} />);
    fireEvent.click(button('说话，替我写下来'));
    act(() => ear().onerror?.({ error: 'not-allowed' }));
    expect(phone.toasts).toEqual(['没有拿到话筒，请在设置里允许使用']);
  });

  test('a device that cannot listen shows what stands there otherwise', () => {
    render(<VoiceInput onWords={() => undefined}>发送</VoiceInput>);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('发送')).toBeInTheDocument();
  });
});
