import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_SUPPORT, WX_SUPPORT } from '@localcloud/support';
import { countObligations, withSupportTable } from '@localcloud/support-page';
import { features } from '../parity/all-features';
import { wxDatabaseFeatures } from '../parity/wx-database.features';

const operations = features.map(({ operation }) => operation);
const wx = wxDatabaseFeatures.map(({ operation }) => operation);
const obligations = { node: operations, wx };
const file = join(__dirname, '../../docs/LOCALCLOUD.md');

// UPDATE_SUPPORT=1 makes the table anew.
if (process.env['UPDATE_SUPPORT'] === '1')
  writeFileSync(file, withSupportTable(readFileSync(file, 'utf8'), obligations));

test('the page says what localcloud/support.ts and the obligations say (UPDATE_SUPPORT=1 makes it anew)', () => {
  const page = readFileSync(file, 'utf8');
  expect(page).toBe(withSupportTable(page, obligations));
});

test('every obligation belongs to a line of the page, and no line that is not supported has one', () => {
  const counts = countObligations(operations);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(features.length);
  for (const line of counts.keys()) expect(line.supported).toBe('yes');
  expect(() => countObligations(['command.unheardOf'])).toThrow('command.unheardOf');
  const ofWx = countObligations(wx, WX_SUPPORT);
  expect([...ofWx.values()].reduce((sum, count) => sum + count, 0)).toBe(wxDatabaseFeatures.length);
});

test('what is not supported says why, and no operation is listed twice', () => {
  for (const { supported, difference } of [...DATABASE_SUPPORT, ...WX_SUPPORT])
    if (supported === 'no') expect(difference).toMatch(/\w/);
  const named = DATABASE_SUPPORT.map(({ operation }) => operation);
  expect(new Set(named).size).toBe(named.length);
});
