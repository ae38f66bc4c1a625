import cloudbase from '@cloudbase/node-sdk';
import type { Localcloud } from '../localcloud';
import { personIdOf } from '../cloudfunctions/platform/caller';
import { createSecrets } from '../cloudfunctions/platform/secrets';
import { buildDemoCommunity, DEMO_COMMUNITY_ID } from './seed/demo-community';

const BATCH = 200;

/** The SDK as the seed uses it, from outside any function. */
const databaseOf = (cloud: Localcloud) => cloudbase.init(cloud.sdkInit).database();

/** Whether somebody already lives here. */
export async function isSeeded(cloud: Localcloud): Promise<boolean> {
  const { total } = await databaseOf(cloud)
    .collection('communities')
    .where({ _id: DEMO_COMMUNITY_ID })
    .count();
  return (total ?? 0) > 0;
}

/**
 * Fills an empty database with the demo community, dates relative to now. The community's own document goes in last:
 * a seed that was interrupted is not taken for a finished one, and starting again completes it.
 */
export async function seedCommunity(
  cloud: Localcloud,
  fieldKey: string,
  say: (line: string) => void,
): Promise<void> {
  const database = databaseOf(cloud);
  const documents = buildDemoCommunity({ now: Date.now(), seal: createSecrets(fieldKey).seal, personIdOf });
  const { communities, ...rest } = documents;
  for (const [name, rows] of [...Object.entries(rest), ['communities', communities] as const]) {
    await database
      .collection(name)
      .where({ _id: database.command.exists(true) })
      .remove();
    for (let start = 0; start < rows.length; start += BATCH) {
      await database.collection(name).add(rows.slice(start, start + BATCH));
    }
    say(`  ${name}: ${rows.length}`);
  }
}

/** Keeps the demo roster going when a folder is opened again weeks later: adds the shifts that are not there yet. */
export async function extendRoster(cloud: Localcloud, fieldKey: string): Promise<number> {
  const database = databaseOf(cloud);
  const shifts = database.collection('duty_shifts');
  const { data } = await shifts
    .where({ communityId: DEMO_COMMUNITY_ID })
    .orderBy('endsAt', 'desc')
    .limit(1)
    .get();
  const lastEnd: number = data[0]?.endsAt ?? 0;
  const { duty_shifts: wanted } = buildDemoCommunity({
    now: Date.now(),
    seal: createSecrets(fieldKey).seal,
    personIdOf,
  });
  const missing = wanted.filter((shift) => shift.startsAt >= lastEnd);
  if (missing.length > 0) await shifts.add(missing);
  return missing.length;
}
