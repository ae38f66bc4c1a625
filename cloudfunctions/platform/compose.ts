import type { Audience } from '@domain/kernel/action';
import { createDispatcher, type Identify } from './dispatch';
import type { Module, Platform } from './platform';

/** What a deployable runs: its dispatcher, and the chores of a timer. */
export function composeFunction(
  platform: Platform,
  audience: Audience,
  modules: readonly Module[],
  identify: Identify,
) {
  const bindings = modules.flatMap((module) => module.bindings);
  const dispatch = createDispatcher({ audience, bindings, identify, now: platform.now, log: platform.log });
  const chores = Object.assign(
    {},
    ...modules.map((module) => module.chores ?? {}),
  ) as Required<Module>['chores'];
  return { dispatch, chores };
}
