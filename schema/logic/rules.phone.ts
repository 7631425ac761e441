// Stands in for rules.ts in the script of a resident's page: the rules come as a chunk when the form has any.
import type * as Rules from './rules.ts';

export type LoadedRules = Pick<typeof Rules, 'compares' | 'rulesOf'>;
let loaded: LoadedRules | undefined;
export const learnRules = (rules: LoadedRules) => {
  loaded = rules;
};

export const compares: typeof Rules.compares = (comparison, sight) =>
  loaded?.compares(comparison, sight) ?? false;
export const rulesOf: typeof Rules.rulesOf = (definition) => loaded?.rulesOf(definition);
