// All cases of the check before publishing.
import type { Case } from './case.ts';
import { conditionCases } from './conditions.ts';
import { idCases } from './ids.ts';
import { orderCases } from './order.ts';
import { publishedCases } from './published.ts';
import { reachCases } from './reach.ts';
import { togetherCases } from './together.ts';
import { wordCases } from './words.ts';

export const cases: readonly Case[] = [
  ...idCases,
  ...wordCases,
  ...conditionCases,
  ...orderCases,
  ...reachCases,
  ...togetherCases,
  ...publishedCases,
];
