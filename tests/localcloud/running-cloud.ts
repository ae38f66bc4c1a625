import { startLocalcloud, type Localcloud, type LocalcloudOptions } from '@localcloud/index';

/** Starts a localcloud in memory for the tests of one file, and stops it after them. */
export function runningCloud(options: Partial<LocalcloudOptions> = {}): () => Localcloud {
  let cloud: Localcloud | undefined;
  beforeAll(async () => {
    cloud = await startLocalcloud({
      dataDir: ':memory:',
      env: 'test',
      collections: [],
      functions: [],
      ...options,
    });
  });
  afterAll(() => cloud?.close());
  return () => {
    if (!cloud) throw new Error('the cloud runs only inside tests');
    return cloud;
  };
}
