// Words that a form gets when an XLSForm has none of its own.
import { dictionary } from '../../../../ui/words/dictionary.ts';

export const xlsformWord = dictionary(
  { other: '其他', nextPage: '下一页' },
  { other: 'Other', nextPage: 'Next page' },
);
