// The question types by name and purpose.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const typeWord = dictionary(
  {
    single: '单选',
    multi: '多选',
    dropdown: '下拉框',
    'yes-no': '是否',
    rating: '打分',
    scale: '量表',
    nps: '愿意推荐吗',
    number: '数字',
    text: '填空',
    'long-text': '长文字',
    date: '日期',
    phone: '电话',
    'matrix-single': '矩阵单选',
    'matrix-scale': '矩阵量表',
    note: '段落说明',
    'page-break': '分页',
  },
  {
    single: 'One choice',
    multi: 'Several choices',
    dropdown: 'Drop-down',
    'yes-no': 'Yes or no',
    rating: 'Stars',
    scale: 'Scale',
    nps: 'Would recommend',
    number: 'Number',
    text: 'Short text',
    'long-text': 'Long text',
    date: 'Date',
    phone: 'Phone',
    'matrix-single': 'Table of choices',
    'matrix-scale': 'Table of scales',
    note: 'Note',
    'page-break': 'Page break',
  },
);

export const purposes = ['choose', 'rate', 'write', 'table', 'layout'] as const;
export type Purpose = (typeof purposes)[number];
export const purposeWord = dictionary(
  { choose: '选', rate: '打分', write: '填写', table: '表格', layout: '排版' },
  { choose: 'Choose', rate: 'Rate', write: 'Write', table: 'Tables', layout: 'Layout' },
);

/** What a fresh question says until its author writes over it. */
export const fresh = dictionary(
  {
    yes: '是',
    no: '否',
    s1: '很不满意',
    s2: '不满意',
    s3: '一般',
    s4: '满意',
    s5: '很满意',
    nps: '您愿意把这里推荐给亲友吗？',
    page: '下一页',
  },
  {
    yes: 'Yes',
    no: 'No',
    s1: 'Very dissatisfied',
    s2: 'Dissatisfied',
    s3: 'Neither',
    s4: 'Satisfied',
    s5: 'Very satisfied',
    nps: 'Would you recommend living here?',
    page: 'Next page',
  },
);
