// Which of the evaluations that a link or a letter opens take marks now.
import type { Rating } from '../../../schema/api/ratings.ts';

type Timed = Pick<Rating, 'state' | 'closesAt'>;

export const takesMarks = ({ state, closesAt }: Timed, now: number): boolean =>
  state === 'rating' && now < closesAt;

/** The one that takes marks is what somebody came for; what ended before is one step away. */
export function cameFor<One extends Timed>(ratings: readonly One[], now: number): One | undefined {
  const running = ratings.filter((one) => takesMarks(one, now));
  const [only] = running.length === 1 ? running : ratings.length === 1 ? ratings : [];
  return only;
}
