// How long the count of a whole city takes: every building's contest, each ballot by itself.
import { performance } from 'node:perf_hooks';
import { count } from '../../schema/elections/count.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { dice } from '../property/random-elections.ts';

export const contests = 1_269;
export const electors = 110;

/** Seconds of {@link contests} counts by double majority, two candidates for one seat, some ballots written or void. */
export function measureCounting(): number {
  const die = dice(1);
  const candidates = ['a', 'b'].map((id) => ({ id, name: id }));
  const boxes = Array.from({ length: contests }, () =>
    Array.from({ length: electors }, () => {
      const mark = [['a'], ['b'], ['a', 'b'], []][die(4)] ?? [];
      return { n: 1, marks: { post: { for: mark, ...(die(10) === 0 && { for: [], written: ['王秀英'] }) } } };
    }),
  );
  const start = performance.now();
  for (const box of boxes)
    count(
      majority,
      {
        round: 'first',
        posts: [{ id: 'post', seats: 1, candidates }],
        registered: electors,
        issued: electors,
      },
      box,
    );
  return (performance.now() - start) / 1000;
}
