const CONFIRM = '.taro-model__confirm';
const CANCEL = '.taro-model__cancel';
const QUESTION = '.taro__modal:not([style*="display: none"])';

/** A browser's question is drawn by Taro, for fingers only: Enter is made its yes and Escape its no until it is answered. */
export async function answeredByKeys<T>(asking: Promise<T>): Promise<T> {
  if (PLATFORM === 'weapp') return asking;
  const listen = (event: KeyboardEvent) => {
    const button = { Enter: CONFIRM, Escape: CANCEL }[event.key];
    if (!button || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    document.querySelector<HTMLElement>(`${QUESTION} ${button}`)?.click();
  };
  document.addEventListener('keydown', listen, true);
  try {
    return await asking;
  } finally {
    document.removeEventListener('keydown', listen, true);
  }
}
