// Bundled with a planted bug and run as a child process: checks one property and says how it was violated.
import { AssertionError } from 'node:assert';
import { messageOf } from '@localcloud/error-facts';
import { commitsWaitForTheDisk, damageIsNoticed } from './files';
import {
  indexesFollowChanges,
  limitsHold,
  orderIsAsMongo,
  queriesAnswerAsMongo,
  updatesChangeWhatTheySay,
} from './queries';
import {
  innerFunctionsAreNotForClients,
  sessionsCannotBeForged,
  strangersAreRefused,
  strictModeRefuses,
} from './server';
import {
  lateWritersLearnItAtOnce,
  transactionsAreIsolated,
  transactionsAreWhole,
  uniqueIsUnique,
  writesOfAMomentStandAlone,
} from './writes';

const PROPERTIES = {
  commitsWaitForTheDisk,
  damageIsNoticed,
  indexesFollowChanges,
  innerFunctionsAreNotForClients,
  lateWritersLearnItAtOnce,
  limitsHold,
  orderIsAsMongo,
  queriesAnswerAsMongo,
  sessionsCannotBeForged,
  strangersAreRefused,
  strictModeRefuses,
  transactionsAreIsolated,
  transactionsAreWhole,
  uniqueIsUnique,
  updatesChangeWhatTheySay,
  writesOfAMomentStandAlone,
};
export type PropertyName = keyof typeof PROPERTIES;

// Only a check that came to another answer counts; a program that does not run has noticed nothing.
function messageOfViolation(error: unknown): string {
  if (error instanceof AssertionError) return messageOf(error);
  throw error;
}

/** Prints one line of JSON: each property named, with how it was violated or null. */
async function main(names: readonly string[]): Promise<void> {
  const violations: Record<string, string | null> = {};
  for (const [name, check] of Object.entries(PROPERTIES))
    if (names.includes(name)) violations[name] = await check().then(() => null, messageOfViolation);
  process.stdout.write(`${JSON.stringify(violations)}\n`, () => process.exit(0));
}

void main(process.argv.slice(2));
