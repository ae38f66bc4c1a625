import type { Localcloud } from '../localcloud';
import { appOptions } from './serve-app';
import { isSeeded, seedCommunity } from './seed-community';
import { DEMO_COMMUNITY_ID } from './seed/demo-community';

/*
 * This app for localcloud's command line: one community on a machine of its own (docs/DEPLOY.md). The functions find
 * HUYING_FIELD_KEY and HUYING_COMMUNITY_ID in the environment, as they do in the cloud.
 */
export const localcloud = appOptions('in-process');

/** Fills an empty database with the demo community; one that holds it is left as it is. */
export async function seed(cloud: Localcloud): Promise<void> {
  const { HUYING_FIELD_KEY: fieldKey, HUYING_COMMUNITY_ID: communityId } = process.env;
  if (!fieldKey) throw new Error('set HUYING_FIELD_KEY first; docs/DEPLOY.md says how to make one');
  if (communityId !== DEMO_COMMUNITY_ID)
    throw new Error(`the demo community is ${DEMO_COMMUNITY_ID}: set HUYING_COMMUNITY_ID to it`);
  if (await isSeeded(cloud)) return;
  await seedCommunity(cloud, fieldKey, (line) => process.stderr.write(`${line}\n`));
}
