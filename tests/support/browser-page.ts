/** What runs inside a browser page. Each function is sent there as text, so it uses nothing around it. */

type Memory = { readonly session: object; readonly elder: boolean };

/** What the role picker leaves on a phone (src/services/session-store) and what a person has chosen before. */
export function remember({ session, elder }: Memory): void {
  if (location.protocol !== 'http:' || localStorage.getItem('test.remembered')) return;
  localStorage.setItem('test.remembered', 'yes');
  localStorage.setItem('hy.session', JSON.stringify(session));
  sessionStorage.setItem('hy.session', JSON.stringify(session));
  if (elder) localStorage.setItem('hy.elder', JSON.stringify({ data: true }));
}

/** Whether every picture on the screen was fetched and could be read. */
export function areDrawn(): boolean {
  const pictures = [...document.images].filter((picture) => picture.checkVisibility());
  return pictures.length > 0 && pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
}

/** Words that stand beyond an edge of the screen, where nothing scrolls sideways; with where they end, in px. */
export function cutOff(): string[] {
  // A line that ends in … is shortened on purpose; what it belongs to shows it whole.
  const mayReachOut = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (getComputedStyle(at).textOverflow === 'ellipsis') return true;
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1)
        return true;
    }
    return false;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement, textContent } = node;
    if (!parentElement?.checkVisibility() || textContent?.trim() === '') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { right, left, width } = range.getBoundingClientRect();
    const isBeyond = width > 0 && (right > innerWidth + 1 || left < -1);
    if (isBeyond && !mayReachOut(parentElement)) found.push(`${textContent} (${Math.round(right)})`);
  }
  return found;
}
