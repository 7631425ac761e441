// Places on a bar of 0–100.
export const clamp = (value: number): number => Math.min(100, Math.max(0, value));

/** Step 1–5 of the heat colours, spread evenly from the lowest to the highest value shown; the middle when all agree. */
export function heat(value: number, span: { low: number; high: number }): 1 | 2 | 3 | 4 | 5 {
  const part = span.high > span.low ? (value - span.low) / (span.high - span.low) : 0.5;
  if (part < 0.2) return 1;
  if (part < 0.4) return 2;
  if (part < 0.6) return 3;
  return part < 0.8 ? 4 : 5;
}
