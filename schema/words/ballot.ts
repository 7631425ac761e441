// Why a ballot cannot be sealed as it is, in a sentence: what + how. Keys are the codes of Encoded (elections/choices.ts).
import type { Language } from './language.ts';

const zh = {
  'too-long': '这张票写得太满，装不下了：请把另选的名字写短一些，或者少写一个。',
  both: '同一个人不能又赞成又反对，请改成一种。',
  name: '有一个名字读不出来或者太长，请改写。',
};

const en: Record<keyof typeof zh, string> = {
  'too-long': 'This ballot holds too much: please write shorter names of others, or one fewer.',
  both: 'One person cannot be approved and opposed at once; please choose one of the two.',
  name: 'One of the names cannot be read or is too long; please write it again.',
};

export const ballotWords: Record<Language, Record<keyof typeof zh, string>> = { zh, en };
