// A picture to look at 图片说明, with its description for those who do not see it.
import * as z from 'zod/mini';
import { fileId } from '../ids.ts';
import { error, label, questionShape } from './field.ts';
import { layoutField } from './layout.ts';

/** `hint` stands under the picture. */
export const shape = () =>
  questionShape('picture', { image: z.optional(fileId()), alt: z.optional(label(200)) });
export type PictureQuestion = z.infer<ReturnType<typeof shape>>;
export const field = {
  ...layoutField('picture'),
  labels: ['图片说明', '图片展示'],
  faults: ({ image, alt }: PictureQuestion) =>
    !image
      ? [error('media-missing')]
      : alt
        ? []
        : [{ code: 'picture-undescribed', severity: 'advice' } as const],
};
