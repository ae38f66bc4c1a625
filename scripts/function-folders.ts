import path from 'node:path';

const DIST = path.resolve(__dirname, '../dist');

/** The functions as they are deployed: each one file with everything inside. */
export const FUNCTIONS_DIR = path.join(DIST, 'cloudfunctions');

/** The same functions for one machine: the SDK stays outside, so that all of them share the copy localcloud routes. */
export const ONE_MACHINE_DIR = path.join(DIST, 'one-machine');
