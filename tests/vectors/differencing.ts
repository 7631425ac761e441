// Two publications together: a newer one after an older one, and a group beside a part of it.
import { mayFollow, mayShowTogether } from '../../schema/measures/differencing.ts';
import { type Kind, numberOf } from './case.ts';

export const differencing: Kind = {
  tolerance: 0,
  compute(one) {
    const k = numberOf(one, 'k');
    if ('filter_all' in one) {
      const part = numberOf(one, 'filter_sub');
      const atoms = [part, numberOf(one, 'filter_all') - part];
      return { publish_both: mayShowTogether(atoms, [[0, 1], [0]], k) };
    }
    return { publish_new: mayFollow([numberOf(one, 'n_old')], [numberOf(one, 'n_new')], k) };
  },
};
