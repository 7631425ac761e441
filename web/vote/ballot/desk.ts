// A helper's device, on which an elector votes: where it came from, so that it goes back there with the ballot forgotten. For
// this tab alone.
const place = 'linli-desk';

export const comeFrom = (contest: string): void => sessionStorage.setItem(place, contest);

/** The desk of this contest, where the elector was handed the device. */
export const deskOf = (contest: string): string | undefined =>
  sessionStorage.getItem(place) === contest ? `/staff/contests/${contest}/desk` : undefined;
