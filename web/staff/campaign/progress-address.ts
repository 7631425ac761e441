// The page on which the progress of one area of a run stands.
export const progressAddress = (run: string, unit: string) => `/staff/campaigns/${run}/progress/${unit}`;
