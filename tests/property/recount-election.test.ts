// The verify page counts on its own: on random elections it finds what the product finds, though it shares no code with it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count } from '../../schema/elections/count.ts';
import { recount } from '../../web/verify/recount.ts';
import { electionOf } from './random-elections.ts';

const elections = process.env.FULL ? 50_000 : 5_000;

test(`the verify page and the server count ${elections} elections alike`, () => {
  fc.assert(
    fc.property(fc.noBias(fc.nat()), (seed) => {
      const { pack, contest: drawn, ballots: cast, merges } = electionOf(seed);
      const { present: _, ...contest } = drawn;
      // Some as a count sheet tells of them: too many chosen, whom it does not say.
      const ballots = cast.map((one, at) => ((seed + at) % 9 === 0 ? { ...one, overSelected: true } : one));
      // Some with more paper in the box than was handed out on paper.
      const beyond = seed % 20 === 0 ? 1 : 0;
      const theirs = count(pack, { ...contest, beyond }, ballots, merges);
      const sheets = ballots.map(({ n, marks, spoilt, ...found }) => ({
        n,
        spoilt: spoilt === true,
        over: 'overSelected' in found && found.overSelected === true,
        marks: Object.fromEntries(
          Object.entries(marks).map(([post, one]) => [
            post,
            {
              for: one.for,
              against: one.against ?? [],
              written: one.written ?? [],
              unclear: one.unclear === true,
            },
          ]),
        ),
      }));
      const mine = recount({ pack, merges, overfull: beyond > 0, ...contest }, sheets);
      const sorted = (list: readonly string[]) => [...list].sort();
      expect({
        valid: mine.valid,
        collected: mine.collected,
        void: mine.void,
        posts: mine.posts.map((post) => ({
          ...post,
          votes: Object.fromEntries([...post.votes].sort()),
          elected: sorted(post.elected),
          tied: sorted(post.tied),
          second: sorted(post.second),
        })),
      }).toEqual({
        valid: theirs.valid,
        collected: theirs.collected,
        void: theirs.void,
        posts: theirs.posts.map(({ post, valid, void: spoilt, need, base, standings, ...who }) => ({
          post,
          valid,
          void: spoilt,
          need,
          base,
          votes: Object.fromEntries(
            standings.map(({ person, votes, against }) => [person, { votes, against }]).sort(),
          ),
          elected: sorted(who.elected),
          tied: sorted(who.tied),
          second: sorted(who.second),
        })),
      });
    }),
    { numRuns: elections },
  );
});
