// Addresses of composed scorecards, of sign-offs and of a leader's own pages.
export const cardAddress = (scorecard: string, unit: string, period = '') =>
  `/board/cards/${scorecard}/${unit}${period ? `?period=${period}` : ''}`;
export const signAddress = (
  unit: string,
  about: { scorecard: string; period: string } | { campaign: string },
) => `/board/sign/${unit}?${new URLSearchParams({ ...about })}`;
export const composeAddress = (unit: string, scorecard = '') =>
  `/board/compose/${unit}${scorecard ? `?scorecard=${scorecard}` : ''}`;
