// Recall 罢免 as the village law has it: a fifth of the electors or a third of the delegates ask, half of the roll vote,
// half of the votes agree.
import type { Pack } from '../pack.ts';
import { villageLaw } from './sources.ts';

const sources = [villageLaw('第十六条')];

export const recall: NonNullable<Pack['recall']> = {
  asked: [
    { by: 'electors', num: 1, den: 5, strict: false, sources },
    { by: 'delegates', num: 1, den: 3, strict: false, sources },
  ],
  turnout: { num: 1, den: 2, strict: true, counted: 'collected', sources },
  need: { num: 1, den: 2, strict: true, of: 'collected', sources },
};
