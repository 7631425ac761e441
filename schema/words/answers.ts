// What is wrong with an answer, in a sentence: what + how. Keys are the codes of AnswerProblem.
import type { Language } from './language.ts';

const zh = {
  required: '这一题要回答。',
  'choice-unknown': '没有这个选项，请重新选。',
  'choice-twice': '有的选项选了两次，请重新选。',
  'choice-too-few': '至少选 {min} 项，您选了 {chosen} 项。',
  'choice-too-many': '最多选 {max} 项，您选了 {chosen} 项。',
  'choice-exclusive': '选了“{option}”，就不能再选别的。',
  'other-text-missing': '选了“{option}”，请在旁边写明。',
  'text-long': '最多写 {max} 个字，您写了 {length} 个字。',
  'not-a-number': '请填数字。',
  'not-whole': '请填整数，不要小数点。',
  'number-range': '请填 {min} 到 {max} 之间的数。',
  'number-decimals': '小数点后最多 {decimals} 位。',
  'point-range': '请在 {from} 到 {to} 之间选。',
  'date-format': '请填日期，例如 2026-01-31。',
  'date-early': '日期不能早于 {min}。',
  'date-late': '日期不能晚于 {max}。',
  phone: '请填电话号码：手机 11 位，座机带区号。',
  'phone-mobile': '手机号是 11 位，您填了 {length} 位。',
  'row-missing': '还有一行没有选：{row}。',
  'row-unknown': '表里没有这一行，请刷新本页再填。',
  'wrong-shape': '这一题的答案读不懂，请重新填。',
  'unknown-question': '表单里没有这一题，请刷新本页再填。',
} as const;

export type AnswerWord = keyof typeof zh;

const en: Record<AnswerWord, string> = {
  required: 'Please answer this question.',
  'choice-unknown': 'That option is not offered. Please choose again.',
  'choice-twice': 'An option was chosen twice. Please choose again.',
  'choice-too-few': 'Choose at least {min}; you chose {chosen}.',
  'choice-too-many': 'Choose at most {max}; you chose {chosen}.',
  'choice-exclusive': '“{option}” cannot be combined with others.',
  'other-text-missing': 'You chose “{option}”: please say which.',
  'text-long': 'At most {max} characters; you wrote {length}.',
  'not-a-number': 'Please enter a number.',
  'not-whole': 'Please enter a whole number.',
  'number-range': 'Please enter a number from {min} to {max}.',
  'number-decimals': 'At most {decimals} digits after the point.',
  'point-range': 'Please choose from {from} to {to}.',
  'date-format': 'Please enter a date such as 2026-01-31.',
  'date-early': 'Not earlier than {min}.',
  'date-late': 'Not later than {max}.',
  phone: 'Please enter a phone number: a mobile of 11 digits, or a landline with its area code.',
  'phone-mobile': 'A mobile number has 11 digits; you entered {length}.',
  'row-missing': 'One row has no answer yet: {row}.',
  'row-unknown': 'The table has no such row. Please reload the page.',
  'wrong-shape': 'This answer cannot be read. Please enter it again.',
  'unknown-question': 'The form has no such question. Please reload the page.',
};

export const answerWords: Record<Language, Record<AnswerWord, string>> = { zh, en };
