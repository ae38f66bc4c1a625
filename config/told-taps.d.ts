import type { Rule } from 'eslint';

declare const toldTaps: Rule.RuleModule;
export = toldTaps;
