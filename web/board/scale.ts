// Places on a bar of 0–100.
export const clamp = (value: number): number => Math.min(100, Math.max(0, value));

/** Step 1–5 of the heat colours. */
export const heat = (value: number): 1 | 2 | 3 | 4 | 5 => {
  if (value < 20) return 1;
  if (value < 40) return 2;
  if (value < 60) return 3;
  return value < 80 ? 4 : 5;
};
