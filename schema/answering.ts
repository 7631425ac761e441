// For which areas residents answer. The sheet of a run counts them before, the Worker freezes them when it opens.

/**
 * Buildings, and areas with nothing under them (`bare`). A place (点位) only when it was ticked itself. Never a stairwell,
 * whose building counts for it, nor an estate (小区) without buildings: it has no door to hang a poster on.
 */
export const answersFor = ({
  kind,
  bare,
  ticked,
}: {
  kind: string;
  bare: boolean;
  ticked: boolean;
}): boolean =>
  kind === 'building' || (bare && (kind === 'place' ? ticked : kind !== 'estate' && kind !== 'stairwell'));
