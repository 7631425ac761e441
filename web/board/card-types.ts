// The parts of a card by name, taken from the contract.
import type { ComponentChildren } from 'preact';
import type { Scorecard } from '../../schema/api/scorecards.ts';

export type { CardItem, ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
/** Where and when what is taken along was counted. */
export type Counted = Pick<Scorecard, 'unit' | 'asOf'> & { campaign: Pick<Scorecard['campaign'], 'title'> };
export interface Noting {
  /** notes on the first of these measures, where one may be written, and on the others */
  on: (...measures: [string, ...string[]]) => ComponentChildren;
  below: ComponentChildren;
}
export type Tile = Scorecard['tiles'][number];
export type Attention = Scorecard['attention'][number];
export type Rate = NonNullable<Scorecard['rate']>;
