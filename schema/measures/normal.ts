// The normal distribution: how many standard errors a given certainty takes.

/** Φ(z), by its series (Marsaglia, Evaluating the normal distribution, Journal of Statistical Software 11(4), 2004). */
function below(z: number): number {
  let term = z;
  let sum = z;
  for (let i = 3; sum + term !== sum; i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + sum * density(z);
}

const density = (z: number) => Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The z that a standard normal value stays under with probability `p`, 0.5 ≤ p ≤ 1 − 1e-9. Newton's steps from 0 climb
 * to it without passing it, because the distribution bends down from there.
 * @throws RangeError outside of that
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0.5 && p <= 1 - 1e-9)) throw new RangeError(`no quantile for ${p}`);
  let z = 0;
  for (let step = 0; step < 60; step++) {
    const by = (p - below(z)) / density(z);
    z += by;
    if (Math.abs(by) < 1e-14) break;
  }
  return z;
}
