// A voice note 录音: for those who would rather speak than write. Two minutes at most unless said.
import * as z from 'zod/mini';
import { inLanguage, questionShape } from './field.ts';
import { filesField, voiceLimits } from './files.ts';

export const shape = () =>
  questionShape('voice', { seconds: z.optional(z.int().check(z.minimum(10), z.maximum(300))) });
export type VoiceQuestion = z.infer<ReturnType<typeof shape>>;

export const secondsOf = ({ seconds = 120 }: Pick<VoiceQuestion, 'seconds'>) => seconds;

export const field = filesField<VoiceQuestion>(
  {
    type: 'voice',
    sense: 'microphone',
    labels: ['录音题', '语音题', '录音'],
    words: (_answer, question) => inLanguage(question, { zh: '已录音', en: 'recorded' }),
    seconds: () => 30,
  },
  () => voiceLimits,
);
