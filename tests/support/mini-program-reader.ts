import type { MiniProgram, Phone } from './mini-program';
import { frameworkId } from './mini-program-engine';
import type { Box } from './mini-program-wechat';

const VIEW_HEIGHT = 560;
/** What pieces of a talk measure on a middling phone, px. */
const HEIGHTS: Readonly<Record<string, number>> = {
  'hy-said': 72,
  'hy-line': 46,
  'hy-time': 40,
  'hy-talk__older': 44,
  'hy-talk__receipt': 20,
};

/**
 * Somebody reading a talk, and the layout their phone would make of it: jsdom has none. What is above them may grow or
 * be folded without moving what they read, as a phone anchors it; `heightAbove` tells whether it kept its height.
 */
export function createReader(app: MiniProgram, phone: Phone) {
  const reader = { fromEnd: VIEW_HEIGHT };
  const list = (): Element => {
    const found = document.querySelector('.hy-talk__scroll');
    if (!found) throw new Error('no talk is open');
    return found;
  };

  /** Lays out everything below an element from `top` on. @returns where it ends. */
  const lay = (element: Element, top: number, folds: Box[]): number => {
    const name = Object.keys(HEIGHTS).find((known) => element.classList.contains(known));
    if (name) return top + (HEIGHTS[name] ?? 0);
    const isFold = element.classList.contains('hy-fold');
    const given = isFold
      ? Number(/height:\s*([\d.]+)px/.exec(element.getAttribute('style') ?? '')?.[1] ?? 0)
      : 0;
    const index = folds.length;
    if (isFold) folds.push({ id: frameworkId(element), top, bottom: top });
    const bottom =
      given > 0 ? top + given : [...element.children].reduce((at, child) => lay(child, at, folds), top);
    const fold = folds[index];
    if (isFold && fold) folds[index] = { ...fold, bottom };
    return bottom;
  };
  const layout = () => {
    const folds: Box[] = [];
    const height = lay(list(), 0, folds);
    return { folds, height, scrollTop: Math.max(0, height - reader.fromEnd) };
  };

  phone.layOut((selector) => {
    if (selector !== '.hy-fold') return [{ id: '', top: 100, bottom: 100 + VIEW_HEIGHT }];
    const { folds, scrollTop } = layout();
    return folds.map(({ id, top, bottom }) => ({
      id,
      top: top - scrollTop + 100,
      bottom: bottom - scrollTop + 100,
    }));
  });

  const tell = (): void => {
    const { scrollTop } = layout();
    app.screen().scroll(scrollTop, scrollTop < 200);
  };
  return {
    /** Everything the talk is high now, drawn or folded, px. */
    height: (): number => layout().height,
    /** Moves the talk by a finger; up is positive. */
    goUp(px: number): void {
      reader.fromEnd = Math.max(VIEW_HEIGHT, Math.min(layout().height, reader.fromEnd + px));
      tell();
    },
    goToStart(): void {
      reader.fromEnd = layout().height;
      tell();
    },
    /** Whether something is written where the reader looks; a folded part shows nothing. */
    seesWords(): boolean {
      const { folds, scrollTop } = layout();
      const inView = folds.filter(
        ({ id, top, bottom }) =>
          !id.startsWith('shelf') && bottom > scrollTop && top < scrollTop + VIEW_HEIGHT,
      );
      const element = (id: string) =>
        [...list().querySelectorAll('.hy-fold')].find((one) => frameworkId(one) === id);
      return inView.length > 0 && inView.every(({ id }) => element(id)?.textContent !== '');
    },
  };
}
