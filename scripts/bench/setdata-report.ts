/** What tests/simulate/long-talk.spec.ts measures of one talk. */
export type Figures = {
  readonly messages: number;
  readonly newMessageBytes: number;
  readonly olderPageBytesMax: number;
  readonly slideBytesMax: number;
  readonly slides: number;
  readonly nodesMax: number;
  readonly nodesAtRest: number;
  readonly heightKept: boolean;
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const count = (value: number): string => value.toLocaleString('en-US');

/** The figures as a page of documentation. */
export function report(figures: readonly Figures[], commit: string): string {
  const heads = ['messages', 'a new message', 'an older page of 20', 'a slide', 'nodes drawn at most'];
  const rows = figures.map((one) => {
    const hasOlder = one.messages > 20;
    return row([
      count(one.messages),
      `${count(one.newMessageBytes)} B`,
      hasOlder ? `${count(one.olderPageBytesMax)} B` : '–',
      hasOlder ? `${count(one.slideBytesMax)} B (of ${count(one.slides)})` : '–',
      count(one.nodesMax),
    ]);
  });
  return `# What a conversation costs an old phone

Bytes that cross from the app's logic to WeChat's view (\`setData\`), and nodes on the page: the compiled mini-program
(\`dist/weapp\`) in WeChat's template compiler and component framework, a talk between a neighbour and the desk. Each
talk is opened, receives a message, is scrolled up to its first message, loading every older page, and then down again.

${row(heads)}
${row(heads.map(() => '---'))}
${row(['allowed', '650 B', '11,264 B', '150 B', '600'])}
${rows.join('\n')}

The figure of a column is the largest one seen, and everything that crosses because of the event is in it. A slide is
one step of putting back or taking away a run of messages at the edge of what is drawn; the height of the whole talk
was the same before and after all of them. Layout is a stand-in: jsdom has none, so the height of each kind of line is
given. Measured on commit ${commit} by \`npm run bench:setdata\`; the same limits are asserted in
\`tests/simulate/long-talk.spec.ts\`.
`;
}
