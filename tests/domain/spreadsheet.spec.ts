import { csvOf } from '@domain/kernel/spreadsheet';

const cellsOf = (...cells: (string | number)[]): string =>
  csvOf([cells])
    .replace(/^\ufeff/, '')
    .replace(/\r\n$/, '');

describe('a table saved for a spreadsheet', () => {
  it.each([
    ['a formula', '=HYPERLINK("http://x","点我")', `"'=HYPERLINK(""http://x"",""点我"")"`],
    ['a plus', '+8613812345678', `'+8613812345678`],
    ['a minus in words', '-2+3', `'-2+3`],
    ['an at sign', '@SUM(1)', `'@SUM(1)`],
    ['a tab in front', '\t=1+1', `'\t=1+1`],
    ['a line break in front', '\r=1', `"'\r=1"`],
    ['blanks in front', '  =1', `'  =1`],
    ['a wide blank in front', '\u3000=1', `'\u3000=1`],
    ['a full-width equals', '＝1+1', `'＝1+1`],
    ['a full-width plus', '＋1', `'＋1`],
    ['a full-width minus', '－1', `'－1`],
    ['a full-width at', '＠A1', `'＠A1`],
    ['a pipe', '|calc', `'|calc`],
  ])('runs nothing: %s', (_name, cell, written) => expect(cellsOf(cell)).toBe(written));

  it('keeps long numbers as they are, and counts as numbers', () => {
    expect(cellsOf('13812345678')).toBe(`'13812345678`);
    expect(cellsOf('410102199001011234')).toBe(`'410102199001011234`);
    expect(cellsOf(12, 0, -3)).toBe('12,0,-3');
    expect(cellsOf(410102199001011)).toBe(`'410102199001011`);
    expect(cellsOf(Number.NaN)).toBe('NaN');
    expect(cellsOf('5号楼', '2026-11-22 02:10')).toBe('5号楼,2026-11-22 02:10');
  });

  it('keeps commas, quotes and lines inside their cell, and tells Excel it is Chinese', () => {
    expect(csvOf([['甲,乙', '说"好"'], ['两\n行']])).toBe('\ufeff"甲,乙","说""好"""\r\n"两\n行"\r\n');
  });
});
