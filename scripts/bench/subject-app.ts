import { startLocalcloud, type Localcloud, type LocalcloudOptions } from '../../localcloud';
import { seedCommunity } from '../seed-community';
import { DEMO_COMMUNITY_ID } from '../seed/demo-community';
import { appOptions, enterFunctionEnvironment } from '../serve-app';

/** For measuring only: contacts are sealed with it as in production. */
const FIELD_KEY = Buffer.alloc(32, 7).toString('base64');

/** The app's built functions over its demo community. */
export async function startApp({
  transport,
  ...given
}: Pick<LocalcloudOptions, 'dataDir' | 'isService' | 'publicUrl'> & {
  transport: 'http' | 'in-process';
}): Promise<Localcloud> {
  enterFunctionEnvironment({ fieldKey: FIELD_KEY, communityId: DEMO_COMMUNITY_ID });
  const cloud = await startLocalcloud({ ...appOptions(transport), ...given, timers: [] });
  await seedCommunity(cloud, FIELD_KEY, () => undefined);
  return cloud;
}
