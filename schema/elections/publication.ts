// What of a secret box may be read by anybody. Ballots of a box with fewer than 20 are told as totals only: of few, each would
// be known by who cast it. Of two boxes, phones and paper, one whole takes itself off the totals and leaves the other: where
// either is small, both are told as totals together.
import { readResult } from './result.ts';

export const publishedFrom = 20;

/** One of the two boxes is small: neither is told apart from the other. @param paper ballots that came out of the box on paper */
export const togetherOnly = (phone: number, paper: number): boolean =>
  phone > 0 && paper > 0 && Math.min(phone, paper) < publishedFrom;

/** The ballots cast by phone may be read one by one. @param paper null: handed out, and not counted yet */
export const seedsArePublic = (phone: number, paper: number | null): boolean =>
  phone >= publishedFrom && paper !== null && !togetherOnly(phone, paper);

/**
 * Ballots that came out of the box on paper; null while some were handed out and nothing is counted.
 * @param handed paper ballots given out
 */
export const paperIn = (result: string | null, phone: number, handed: number): number | null =>
  result !== null ? readResult(result).collected - phone : handed === 0 ? 0 : null;
