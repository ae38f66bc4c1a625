import theme from '../theme.json';

const OURS = /^hy-(theme|zoom)/;

/** Puts the theme's classes on the document and tells the browser the colour of its own bar. Browsers only. */
export function paintDocument(classes: readonly string[], isDark: boolean): void {
  const { classList } = document.documentElement;
  classList.remove(...Array.from(classList).filter((name) => OURS.test(name)));
  classList.add(...classes);
  const { paper } = theme[isDark ? 'dark' : 'light'];
  document
    .querySelectorAll('meta[name="theme-color"]')
    .forEach((meta) => meta.setAttribute('content', paper));
}
