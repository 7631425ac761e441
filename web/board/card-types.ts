// The parts of a card by name, taken from the contract.
import type { Scorecard } from '../../schema/api/scorecards.ts';

export type { CardItem, ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
export type Tile = Scorecard['tiles'][number];
export type Attention = Scorecard['attention'][number];
export type Rate = NonNullable<Scorecard['rate']>;
