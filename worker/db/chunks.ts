// Sets that are too long for one statement: far below D1's two million bytes for a parameter.
const most = 2_000;

export const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
