// What a run brought in as far as the reader's branch goes. A run above the branch counts for all of it; its number is
// never set beside the households of a part.
import { type Campaign, getProgress } from '../../../schema/api/campaigns.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';

export interface OwnFigures {
  n: number;
  households: number;
  places: number;
  /** the branch, when it is not the whole run */
  of: string | undefined;
}

/** Undefined while a branch's figures are on their way. */
export function useOwnFigures(run: Campaign): OwnFigures | undefined {
  const whole = run.board.id === run.unit.id;
  const loaded = useLoad(`own ${run.id} ${run.board.id} ${run.accepted}`, () =>
    whole
      ? Promise.resolve(undefined)
      : call(getProgress, { params: { campaign: run.id, unit: run.board.id } }),
  );
  if (whole) return { n: run.accepted, households: run.households, places: run.places, of: undefined };
  const here = loaded.value?.here;
  return here && { n: here.n, households: here.households, places: here.places, of: here.unit.name };
}
