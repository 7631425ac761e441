// Which tellers can open together, k of n, and where in a teller's box the share for each of those groups lies.

/** Every choice of k of the n tellers, in one order that everybody derives: 2 of 3 → [[0,1], [0,2], [1,2]]. */
export function quorums(n: number, k: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const extend = (chosen: number[], from: number) => {
    if (chosen.length === k) found.push(chosen);
    else for (let teller = from; teller < n; teller++) extend([...chosen, teller], teller + 1);
  };
  extend([], 0);
  return found;
}

/** To how many quorums a teller belongs: so many shares lie in each box. */
export const sharesPerBox = (n: number, k: number): number =>
  quorums(n, k).filter((quorum) => quorum.includes(0)).length;
