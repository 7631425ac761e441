// Whether a moment lies between two others that may not be fixed yet.
export const within = (now: number, from: number | null, to: number | null): boolean =>
  from !== null && to !== null && from <= now && now < to;
