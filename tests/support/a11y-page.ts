/** What runs inside a browser page to judge it. Each function is sent there as text, so it uses nothing around it. */

type AxeNode = { readonly html: string; readonly failureSummary?: string };
type AxeResults = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[];
};

/**
 * What axe finds wrong on the page that is shown: the rule and the element, one line each. One rule is left out: it
 * wants every word inside a card in the card's name, one after the other, and nobody wants to hear that. What WCAG
 * 2.5.3 asks for is judged by `nameFaults`.
 */
export async function axeFaults(leftOut: readonly string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: { run(context: object, options: object): Promise<AxeResults> };
  };
  const off = ['label-content-name-mismatch', ...leftOut].map((rule) => [rule, { enabled: false }] as const);
  const { violations } = await axe.run(document, { rules: Object.fromEntries(off) });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${html.slice(0, 160)} — ${failureSummary.split('\n').slice(1, 2).join(' ').trim().slice(0, 200)}`,
    ),
  );
}

type Dress = { readonly edition: string; readonly light: string; readonly text: number };

/** Whether the page is shown in the look that is to be judged: a sweep of the wrong one would find nothing. */
export function dressFaults({ edition, light, text }: Dress): string[] {
  const root = [...document.querySelectorAll('.hy-screen')].find((screen) => screen.checkVisibility());
  const worn = [...(root?.classList ?? [])];
  const zoom = worn.find((name) => name.startsWith('hy-zoom--'))?.replace('hy-zoom--', '');
  const isAsked =
    root !== undefined &&
    worn.includes('hy-theme--elder') === (edition === 'elder') &&
    worn.includes('hy-theme--dark') === (light === 'dark') &&
    Number(zoom) > 100 === text > 100;
  return isAsked ? [] : [`not dressed as asked: ${worn.join(' ')}`];
}

/** What a thing is called on the screen must be part of what it is called aloud (WCAG 2.5.3); its largest words count. */
export function nameFaults(): string[] {
  const plain = (words: string): string => words.replace(/[\s\p{P}\p{S}]/gu, '');
  const faults: string[] = [];
  for (const element of document.querySelectorAll('[role][aria-label]')) {
    if (!/^(button|link|tab|radio|checkbox|switch)$/.test(element.getAttribute('role') ?? '')) continue;
    if (!element.checkVisibility()) continue;
    const name = plain(element.getAttribute('aria-label') ?? '');
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const runs: { words: string; size: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, textContent } = node;
      if (!parentElement?.checkVisibility() || plain(textContent ?? '') === '') continue;
      if (parentElement.closest('[aria-hidden="true"]')) continue;
      runs.push({
        words: plain(textContent ?? ''),
        size: parseFloat(getComputedStyle(parentElement).fontSize),
      });
    }
    const largest = Math.max(...runs.map(({ size }) => size));
    const called = runs.filter(({ size }) => size === largest);
    if (called.length > 0 && !called.some(({ words }) => name.includes(words)))
      faults.push(
        `called ${element.getAttribute('aria-label')}, but written ${called.map(({ words }) => words).join(' ')}`,
      );
  }
  return faults;
}

type Least = { readonly target: number; readonly text: number };

/** What is too small for a finger or for old eyes, px. */
export function sizeFaults({ target, text }: Least): string[] {
  const PRESSABLE = 'button, link, tab, radio, checkbox, switch'
    .split(', ')
    .map((role) => `[role="${role}"]`);
  const name = (element: Element): string =>
    `${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 20) ?? ''} (${element.className})`;
  const faults: string[] = [];
  for (const element of document.querySelectorAll(PRESSABLE.join(', '))) {
    const { width, height: drawn } = element.getBoundingClientRect();
    if (width === 0 || !element.checkVisibility() || element.closest('.hy-phone')) continue;
    // A thing may take taps a little around what is drawn of it.
    const around = getComputedStyle(element, '::after');
    const height = around.position === 'absolute' ? Math.max(drawn, parseFloat(around.height) || 0) : drawn;
    if (width < target - 0.5 || height < target - 0.5)
      faults.push(`target ${Math.round(width)}×${Math.round(height)}: ${name(element)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement, textContent } = node;
    if (!parentElement?.checkVisibility() || textContent?.trim() === '') continue;
    if (parentElement.closest('[aria-hidden="true"], script, style, .hy-phone')) continue;
    const size = parseFloat(getComputedStyle(parentElement).fontSize);
    if (size < text - 0.25)
      faults.push(`text ${size}px: ${textContent?.slice(0, 20)} (${parentElement.className})`);
  }
  return [...new Set(faults)];
}

/** Words that are cut off because what they stand in is too low. */
export function clippedWords(): string[] {
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('.taro_page *')) {
    const style = getComputedStyle(element);
    if (style.overflowY !== 'hidden' && style.overflowY !== 'clip') continue;
    if (!element.checkVisibility() || element.textContent?.trim() === '') continue;
    // A text that is shortened to some lines says so by …; a page shows it whole.
    if (style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis') continue;
    const { bottom } = element.getBoundingClientRect();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, textContent } = node;
      if (!parentElement?.checkVisibility() || textContent?.trim() === '') continue;
      let isMeant = false;
      for (let at: Element | null = parentElement; at && at !== element; at = at.parentElement) {
        const { overflowY, webkitLineClamp } = getComputedStyle(at);
        if (/auto|scroll/.test(overflowY) || webkitLineClamp !== 'none') isMeant = true;
      }
      if (isMeant) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.height > 0 && rect.bottom > bottom + 3)
        faults.push(`${textContent?.slice(0, 20)} in ${element.className}`);
    }
  }
  return [...new Set(faults)];
}
