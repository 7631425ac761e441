// Photos 照片, from the camera or the album. The browser makes them smaller and leaves out what the camera wrote into
// them (place, time, device) before they are sent.
import * as z from 'zod/mini';
import { questionShape } from './field.ts';
import { filesField, photoLimits, photoWords } from './files.ts';

export const shape = () =>
  questionShape('photo', {
    most: z.optional(z.int().check(z.minimum(1), z.maximum(9))),
    /** only new photos, none from the album */
    camera: z.optional(z.boolean()),
  });
export type PhotoQuestion = z.infer<ReturnType<typeof shape>>;

export const field = filesField<PhotoQuestion>(
  {
    type: 'photo',
    labels: ['图片上传题', '拍照题', '照片题', '上传图片'],
    words: photoWords,
    seconds: () => 30,
  },
  ({ most = 3 }) => photoLimits(most),
);
