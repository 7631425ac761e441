// Types that are written or sent, in texts: the title says it all, and brackets beside it say the rest.
import { longTextMax } from '../../../fields/long-text.ts';
import type { QuestionOf } from '../../../fields/shapes.ts';
import { textMax } from '../../../fields/text.ts';
import { baseOf } from '../draft.ts';
import { nothing, type TextType, when } from './type.ts';

const limit = (words: number | undefined) => [{ marks: when(words, (n) => `限${n}字`), body: [] }];

export const text: TextType<QuestionOf<'text'>> = {
  read(draft) {
    const maxLength = draft.marks.number('words', 1, textMax);
    return { ...baseOf(draft), type: 'text', ...(maxLength !== undefined && { maxLength }) };
  },
  write: ({ maxLength }) => limit(maxLength),
  optional: true,
};

export const longText: TextType<QuestionOf<'long-text'>> = {
  read(draft) {
    const maxLength = draft.marks.number('words', 1, longTextMax);
    return { ...baseOf(draft), type: 'long-text', ...(maxLength !== undefined && { maxLength }) };
  },
  write: ({ maxLength }) => limit(maxLength),
  optional: true,
};

export const name: TextType<QuestionOf<'name'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'name' }),
  write: () => nothing,
};
export const phone: TextType<QuestionOf<'phone'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'phone' }),
  write: () => nothing,
};
export const email: TextType<QuestionOf<'email'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'email' }),
  write: () => nothing,
};
export const url: TextType<QuestionOf<'url'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'url' }),
  write: () => nothing,
};
export const idNumber: TextType<QuestionOf<'id-number'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'id-number' }),
  write: () => nothing,
};
export const plate: TextType<QuestionOf<'plate'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'plate' }),
  write: () => nothing,
};

export const unit: TextType<QuestionOf<'unit'>> = {
  read(draft) {
    const open = draft.marks.flag('room');
    const closed = draft.marks.flag('noRoom') || /楼栋|辖区/.test(draft.named ?? '');
    return { ...baseOf(draft), type: 'unit', ...((open || !closed) && { room: true }) };
  },
  write: ({ room }) => [{ marks: room ? [] : ['不含房号'], body: [] }],
};

export const photo: TextType<QuestionOf<'photo'>> = {
  read(draft) {
    const most = draft.marks.number('most', 1, 9) ?? draft.marks.number('photos', 1, 9);
    const camera = draft.marks.flag('camera');
    return {
      ...baseOf(draft),
      type: 'photo',
      ...(most !== undefined && { most }),
      ...(camera && { camera }),
    };
  },
  write: ({ most, camera }) => [
    { marks: [...when(most, (n) => `最多${n}张`), ...when(camera, () => '只能现拍')], body: [] },
  ],
  optional: true,
};

export const file: TextType<QuestionOf<'file'>> = {
  read(draft) {
    const most = draft.marks.number('most', 1, 9);
    return { ...baseOf(draft), type: 'file', ...(most !== undefined && { most }) };
  },
  write: ({ most }) => [{ marks: when(most, (n) => `最多${n}个`), body: [] }],
  optional: true,
};

export const voice: TextType<QuestionOf<'voice'>> = {
  read(draft) {
    const seconds = draft.marks.number('seconds', 10, 300);
    return { ...baseOf(draft), type: 'voice', ...(seconds !== undefined && { seconds }) };
  },
  write: ({ seconds }) => [{ marks: when(seconds, (n) => `最长${n}秒`), body: [] }],
  optional: true,
};

export const signature: TextType<QuestionOf<'signature'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'signature' }),
  write: () => nothing,
};

export const location: TextType<QuestionOf<'location'>> = {
  read(draft) {
    const exact = draft.marks.flag('exact');
    return { ...baseOf(draft), type: 'location', ...(exact && { exact }) };
  },
  write: ({ exact }) => [{ marks: when(exact, () => '精确位置'), body: [] }],
  optional: true,
};
