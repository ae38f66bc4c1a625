import Taro from '@tarojs/taro';
import { answeredByKeys } from './modal-keys';
import { answerColours } from './native-theme';

type ToastKind = 'done' | 'warn';
/** WeChat cuts a toast with an icon off after seven characters and refuses longer button words. */
const ICON_TOAST_MAX = 7;
const BUTTON_MAX = 4;

/** A short word that goes away by itself, longer on screen the more there is to read. */
export function toast(words: string, kind: ToastKind = 'warn'): void {
  const icon = kind === 'done' && words.length <= ICON_TOAST_MAX ? 'success' : 'none';
  void Taro.showToast({ title: words, icon, duration: 1600 + words.length * 80 });
}

type Question = { title: string; words: string; yes: string; no?: string };

/** Asks before something that is hard to undo. `yes` and `no` have at most four characters. */
export async function confirmAsk({ title, words, yes, no = '再想想' }: Question): Promise<boolean> {
  const asking = Taro.showModal({
    title,
    content: words,
    confirmText: yes.slice(0, BUTTON_MAX),
    cancelText: no.slice(0, BUTTON_MAX),
    ...answerColours(),
  });
  return (await answeredByKeys(asking)).confirm;
}

/** Starts a phone call; where a device cannot call, the number is shown so that it can be dialled elsewhere. */
export function callPhone(number: string): void {
  if (PLATFORM === 'h5') return void window.open(`tel:${number}`, '_self');
  Taro.makePhoneCall({ phoneNumber: number }).catch(({ errMsg }: { errMsg?: string }) => {
    if (!errMsg?.includes('cancel')) toast(`请拨打 ${number}`);
  });
}
