import { bundle, type Patch } from './bundle';

/** Checkpoints every few dozen pages instead of every few thousand: writers live for fractions of a second. */
const FREQUENT_CHECKPOINTS: Patch = {
  file: 'localcloud/store/integrity/file-guard.ts',
  find: 'CHECKPOINT_BYTES = 64 * 1024 * 1024',
  replace: 'CHECKPOINT_BYTES = 256 * 1024',
};

/** Bundles the program that writes until it is killed; with `bugs`, planted ones. */
export function bundleWriter(folder: string, bugs: readonly Patch[] = []): Promise<string> {
  return bundle('tests/localcloud/kill/writer.ts', folder, { patches: [FREQUENT_CHECKPOINTS, ...bugs] });
}
