// Pages of a run that are no pages of staff.
import type { Campaign } from '../../../schema/api/campaigns.ts';

/** With the run of the period before beside it, where there is one. */
export const boardAddress = (run: Campaign) =>
  `/board/${run.id}/${run.board.id}${run.previous ? `?compare=${run.previous.id}` : ''}`;

const paper = (run: Campaign) => `campaign=${run.id}&unit=${run.board.id}`;
export const postersAddress = (run: Campaign) => `/print/posters?${paper(run)}`;
export const slipsAddress = (run: Campaign) => `/print/slips?${paper(run)}`;
export const pictureAddress = (run: Campaign) => `/print/picture?${paper(run)}`;
