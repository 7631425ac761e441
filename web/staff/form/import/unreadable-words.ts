// What is wrong with a file, and what to do: one sentence for each reason; and what a Word file holds that is no
// part of its text.
import { dictionary } from '../../../ui/words/dictionary.ts';
import type { AsideKind } from './docx/asides.ts';
import type { LostKind } from './docx/line.ts';
import type { UnreadableCode } from './unreadable.ts';

const reasons = {
  'not-office': '这不是 Word 或 Excel 文件。请选 .docx 或 .xlsx，或者把文字复制过来。',
  'old-office':
    '这是旧格式的文件（.doc、.xls、.wps）。请用 WPS 或 Word 打开，另存为 .docx 或 .xlsx，再导入。',
  password: '这个文件有密码。请先在 WPS 或 Office 里取消密码，再导入。',
  damaged: '这个文件打不开，可能没有传完整。请用 WPS 或 Office 打开看看，另存一份再导入。',
  'too-large': '这个文件太大，不像一份问卷。请只留下题目，另存一份再导入。',
  'not-word': '这个文件里不是 Word 文档。请选 .docx 文件。',
  'not-sheets': '这个文件里不是 Excel 表格。请选 .xlsx 文件。',
  'no-heads': '表里没有找到“题目”这一列。请在第一行写上列名，或者下载空表照着填。',
  'no-survey': '这个文件里没有 survey 工作表，不是 XLSForm。',
  'not-form': '这个文件不是从本系统导出的表单。请选“导出”里的表单完整副本。',
} as const satisfies Record<UnreadableCode, string>;

export const unreadableWord = dictionary(reasons, {
  'not-office': 'This is no Word or Excel file. Choose a .docx or .xlsx file, or copy the text.',
  'old-office':
    'This file is in an older format (.doc, .xls, .wps). Open it in WPS or Word, save it as .docx or .xlsx, and import that.',
  password: 'This file has a password. Take it off in WPS or Office first.',
  damaged:
    'This file cannot be opened; it may be incomplete. Open it in WPS or Office, save a copy, and import that.',
  'too-large': 'This file is too large for a questionnaire. Keep the questions only, and save a copy.',
  'not-word': 'There is no Word document in this file. Choose a .docx file.',
  'not-sheets': 'There are no sheets in this file. Choose an .xlsx file.',
  'no-heads': 'No column is headed “Question”. Write heads into the first row, or download the empty sheet.',
  'no-survey': 'There is no sheet “survey” in this file, so it is no XLSForm.',
  'not-form': 'This file is no form that was exported here. Choose a full copy that was exported.',
});

/** Beside which words it stood. */
export const besideWord = dictionary(
  { beside: '{what}，在“{words}”旁边' },
  { beside: '{what}, beside “{words}”' },
);

const lost = {
  picture: '〔图片〕',
  chart: '〔图表〕',
  object: '〔嵌入的文件或图形〕',
  hidden: '〔隐藏的文字〕',
  symbol: '〔认不出的符号〕',
} as const satisfies Record<LostKind, string>;

export const lostWord = dictionary(lost, {
  picture: '[picture]',
  chart: '[chart]',
  object: '[embedded file or drawing]',
  hidden: '[hidden text]',
  symbol: '[unknown symbol]',
});

const asides = {
  header: '页眉：{words}',
  footer: '页脚：{words}',
  footnote: '脚注：{words}',
  endnote: '尾注：{words}',
  comment: '批注：{words}',
} as const satisfies Record<AsideKind, string>;

export const asideWord = dictionary(asides, {
  header: 'Header: {words}',
  footer: 'Footer: {words}',
  footnote: 'Footnote: {words}',
  endnote: 'Endnote: {words}',
  comment: 'Comment: {words}',
});
