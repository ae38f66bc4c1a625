// Run as a child process: opens a data file, says when it begins and when it is done, and closes it.
import { writeSync } from 'node:fs';
import { openStore } from './open-store';

const [, , file = ''] = process.argv;
writeSync(1, 'opening\n');
const store = openStore(file, true);
writeSync(1, 'open\n');
store.close();
