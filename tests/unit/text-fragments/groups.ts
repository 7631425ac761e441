// All fragments, by what they are about.
import { beside } from './beside.ts';
import { kinds } from './kinds.ts';
import { lists } from './lists.ts';
import { markless } from './markless.ts';
import { misread } from './misread.ts';
import { paper } from './paper.ts';
import { pasted } from './pasted.ts';
import { products } from './products.ts';
import { strips } from './strips.ts';
import { writing } from './writing.ts';

export const groups = { products, paper, writing, kinds, beside, lists, pasted, misread, strips, markless };
