// What the check before publishing found, in words. `title-missing` and `label-missing` are found here only: the
// Worker never sees a blank, because blanks are saved as a placeholder.
import type { FindingCode } from '../../../schema/form/lint.ts';
import { dictionary } from '../../ui/words/dictionary.ts';

export type Code = FindingCode | 'form-title-missing' | 'title-missing' | 'label-missing';

const zh: Record<Code, string> = {
  'no-questions': '还没有题目，先加一题。',
  'duplicate-question': '有两题的内部编号相同，请删掉一题重新加。',
  'duplicate-option': '有两个选项的内部编号相同，请删掉一个重新加。',
  'duplicate-label': '有两个选项写得一样。',
  'no-options-left': '没有选项，居民没法选。',
  'contradictory-range': '最小和最大对不上。',
  'gaps-do-not-fit': '题目里的空（两个以上下划线）和设置里的空数目不一样。',
  'list-in-pieces': '多级内容里有接不上的，或者比级数还深。',
  'picture-missing': '有的选项还没有图片。',
  'picture-undescribed': '图片还没写说的是什么，看不见的人不知道。',
  'media-missing': '还没有放图片或视频。',
  'labels-do-not-fit': '词的个数和量表的点数不一样。',
  'too-many-cells': '选项或表格太大：一题最多 400 格，一张表单最多 2000 格。请拆小。',
  'condition-source-missing': '出现条件用到的题已经不在了。',
  'condition-operator': '出现条件和那一题的题型不合。',
  'condition-value': '出现条件用到的选项已经不在了。',
  'condition-cycle': '这几题的出现条件互相等待，谁也出现不了。',
  'form-title-missing': '表单还没有标题。',
  'title-missing': '还没写题目。',
  'label-missing': '有一项还是空的。',
};
const en: Record<Code, string> = {
  'no-questions': 'There are no questions yet.',
  'duplicate-question': 'Two questions share an internal number; delete one and add it again.',
  'duplicate-option': 'Two options share an internal number; delete one and add it again.',
  'duplicate-label': 'Two options read the same.',
  'no-options-left': 'It has no options to choose.',
  'contradictory-range': 'Smallest and largest do not fit.',
  'gaps-do-not-fit':
    'The blanks in the title (two or more underscores) and in the settings differ in number.',
  'list-in-pieces': 'Something in the tree hangs loose, or is deeper than the levels.',
  'picture-missing': 'An option has no picture yet.',
  'picture-undescribed': 'The picture has no description for those who do not see it.',
  'media-missing': 'There is no picture or video yet.',
  'labels-do-not-fit': 'The number of words differs from the points of the scale.',
  'too-many-cells': 'Too large: at most 400 cells in a question and 2,000 in a form. Split it.',
  'condition-source-missing': 'Its condition reads a question that is gone.',
  'condition-operator': 'Its condition does not fit the type of that question.',
  'condition-value': 'Its condition reads an option that is gone.',
  'condition-cycle': 'The conditions of these questions wait for each other; none can ever show.',
  'form-title-missing': 'The form has no title yet.',
  'title-missing': 'It has no text yet.',
  'label-missing': 'One item is still empty.',
};
export const findingWord = dictionary(zh, en);
