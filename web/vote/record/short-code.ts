// A check code as people compare it.

/** The first 32 of 64 digits in groups of four: enough to compare by eye. */
export const shortCode = (hash: string) => (hash.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
