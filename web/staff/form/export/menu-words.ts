// Words of the menu that gives a form out as a file.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const menuWord = dictionary(
  {
    export: '导出',
    word: 'Word 纸质问卷',
    text: '文字文件（可再粘贴）',
    xlsform: 'XLSForm 表格',
    copy: '表单备份（可再导入）',
    saved: '已保存“{name}”',
    savedWithout: '已保存“{name}”。有 {n} 处这种文件写不了，列在“{sheet}”这一页。',
    savedText: '已保存“{name}”。有 {n} 处文字里写不下：{some}。都列在文字最后。',
  },
  {
    export: 'Export',
    word: 'Paper questionnaire (Word)',
    text: 'Text (to paste again)',
    xlsform: 'XLSForm',
    copy: 'A copy to import again',
    saved: 'Saved “{name}”',
    savedWithout:
      'Saved “{name}”. {n} {n|thing has|things have} no place in such a file: see its sheet “{sheet}”.',
    savedText:
      'Saved “{name}”. {n} {n|thing|things} cannot be said in a text: {some}. All is listed at its end.',
  },
);
