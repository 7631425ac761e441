// A video to look at 视频说明: it plays when somebody presses it, and never by itself.
import * as z from 'zod/mini';
import { fileId } from '../ids.ts';
import { error, questionShape } from './field.ts';
import { layoutField } from './layout.ts';

/** `hint` says what is in it, for those who cannot watch it. */
export const shape = () => questionShape('video', { video: z.optional(fileId()) });
export type VideoQuestion = z.infer<ReturnType<typeof shape>>;
export const field = {
  ...layoutField('video'),
  labels: ['视频说明', '视频展示'],
  faults: ({ video }: VideoQuestion) => (video ? [] : [error('media-missing')]),
};
