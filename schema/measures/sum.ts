// What a list of numbers adds up to.
export const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
