import { inflateRawSync } from 'node:zlib';

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;

/** The files of a zip archive, by name: read from its directory, as any program that opens it does. */
function unzipped(archive: Buffer): ReadonlyMap<string, string> {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('this is no zip archive');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => archive.readUInt16LE(at + o));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const header = archive.readUInt32LE(at + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const isStored = archive.readUInt16LE(at + 10) === STORED;
    files.set(name, (isStored ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${name}>)`, 'g')) ?? [];

/** One cell as Excel finds it: what it is, what it holds, and the format that shows it. */
export type ReadCell = {
  readonly type: 'text' | 'number';
  readonly value: string | number;
  readonly format: string;
};

/** A workbook of one sheet, read back from its bytes. */
export function readWorkbook(archive: Buffer) {
  const [first] = readWorkbookSheets(archive);
  if (!first) throw new Error('no sheet in the workbook');
  return first;
}

/** Every sheet of a workbook, in its order. */
export function readWorkbookSheets(archive: Buffer) {
  const files = unzipped(archive);
  const part = (name: string): string => {
    const found = [...files].find(([path]) => path.endsWith(name));
    if (!found) throw new Error(`no ${name} in the workbook`);
    return found[1];
  };
  const styles = part('styles.xml');
  const shared = tags(part('sharedStrings.xml'), 'si').map(plain);
  const formats = new Map(
    tags(styles, 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId'),
      plain(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const styleIds = tags(tags(styles, 'cellXfs')[0] ?? '', 'xf').map((tag) => attribute(tag, 'numFmtId'));
  /** Excel's own formats have numbers and no text; 49 is "@". */
  const formatOf = (styleIndex: string | undefined): string => {
    const id = styleIds[Number(styleIndex ?? 0)];
    return id === '49' ? '@' : (formats.get(id) ?? '');
  };
  const read = (cell: string): ReadCell => {
    const value = plain(tags(cell, 'v')[0] ?? tags(cell, 'is')[0] ?? '');
    const format = formatOf(attribute(cell, 's'));
    const type = attribute(cell, 't');
    if (type === 's') return { type: 'text', value: shared[Number(value)] ?? '', format };
    return type === undefined || type === 'n'
      ? { type: 'number', value: Number(value), format }
      : { type: 'text', value, format };
  };
  return tags(part('workbook.xml'), 'sheet').map((entry, index) => {
    const sheet = part(`worksheets/sheet${index + 1}.xml`);
    return {
      name: attribute(entry, 'name'),
      rows: tags(sheet, 'row').map((row) => tags(row, 'c').map(read)),
      widths: tags(sheet, 'col').map((tag) => Number(attribute(tag, 'width'))),
      frozenRows: Number(attribute(tags(sheet, 'pane')[0] ?? '', 'ySplit') ?? 0),
      formulas: tags(sheet, 'f').length,
    };
  });
}
