import Taro from '@tarojs/taro';

/** Where a part of a scrolled box stands, in px from the top edge of what can be seen of the box. */
export type Part = { readonly id: string; readonly top: number; readonly bottom: number };
export type Measured = { readonly viewHeight: number; readonly parts: readonly Part[] };

type Rect = { id?: string; top: number; bottom: number };

/**
 * Measures the drawn parts of a scrolled box, in the order in which they stand. WeChat answers from its drawing side and
 * a little later; a browser at once. Null while the box is not drawn.
 * @param box the browser's element of the box; WeChat finds it by `boxClass` instead.
 */
export async function measureParts(
  box: unknown,
  boxClass: string,
  partClass: string,
): Promise<Measured | null> {
  if (PLATFORM === 'weapp') return measureOverWeChat(boxClass, partClass);
  if (!(box instanceof Element)) return null;
  const parts = [...box.querySelectorAll(`.${partClass}`)].map((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return { id: part.id, top, bottom };
  });
  return within(box.getBoundingClientRect(), parts);
}

const measureOverWeChat = (boxClass: string, partClass: string): Promise<Measured | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`.${boxClass}`)
      .boundingClientRect()
      .selectAll(`.${partClass}`)
      .boundingClientRect()
      .exec((found) => {
        const [box, parts] = found as [Rect | null, Rect[] | null];
        resolve(box && parts ? within(box, parts) : null);
      });
  });

const within = (box: Rect, parts: readonly Rect[]): Measured => ({
  viewHeight: box.bottom - box.top,
  parts: parts.map(({ id = '', top, bottom }) => ({ id, top: top - box.top, bottom: bottom - box.top })),
});
