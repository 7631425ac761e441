// Words and marks of what a line became.
import type { Fate } from '../../../../schema/form/reading.ts';
import { dictionary } from '../../../ui/words/dictionary.ts';

const t = dictionary(
  {
    'mark-title': '标',
    'mark-intro': '引',
    'mark-question': '题',
    'mark-option': '选',
    'mark-hint': '注',
    'mark-setting': '设',
    'mark-note': '段',
    'mark-page': '页',
    'mark-thanks': '谢',
    'mark-unplaced': '▲',
    'word-title': '表单标题',
    'word-intro': '开头的话',
    'word-question': '题目',
    'word-option': '选项、行或分值',
    'word-hint': '提示',
    'word-setting': '题目的设置',
    'word-note': '说明文字',
    'word-page': '分页',
    'word-thanks': '结束语',
    'word-unplaced': '没有放进表单',
    'word-nothing': '空行或分隔线',
  },
  {
    'mark-title': 'T',
    'mark-intro': 'I',
    'mark-question': 'Q',
    'mark-option': 'o',
    'mark-hint': 'H',
    'mark-setting': 'S',
    'mark-note': 'N',
    'mark-page': 'P',
    'mark-thanks': 'E',
    'mark-unplaced': '▲',
    'word-title': 'title of the form',
    'word-intro': 'introduction',
    'word-question': 'question',
    'word-option': 'option, row or points',
    'word-hint': 'hint',
    'word-setting': 'setting of a question',
    'word-note': 'words to read',
    'word-page': 'page break',
    'word-thanks': 'words at the end',
    'word-unplaced': 'no place in the form',
    'word-nothing': 'blank or a drawn line',
  },
);

export const fateMark = (fate: Fate) => (fate === 'nothing' ? '' : t(`mark-${fate}`));
export const fateWord = (fate: Fate) => t(`word-${fate}`);
/** In the order in which a text has them. */
export const fatesInOrder: readonly Exclude<Fate, 'nothing'>[] = [
  'title',
  'intro',
  'question',
  'option',
  'hint',
  'setting',
  'note',
  'page',
  'thanks',
  'unplaced',
];
