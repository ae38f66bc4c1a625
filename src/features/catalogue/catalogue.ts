import { BY_DEVICE } from './by-device';
import { CHARTS } from './charts';
import type { Entry } from './entry';
import { FIELDS } from './fields';
import { PICTURES } from './pictures';
import { PRESSES } from './presses';
import { SURFACES } from './surfaces';
import { WAITS } from './waits';
import { WORDS } from './words';

/** Every component of src/components; a test fails for one that is missing here. */
export const CATALOGUE: readonly Entry[] = [
  ...PRESSES,
  ...WORDS,
  ...SURFACES,
  ...FIELDS,
  ...PICTURES,
  ...WAITS,
  ...CHARTS,
  ...BY_DEVICE,
];
