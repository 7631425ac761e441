// Column names of the Excel file.
import { dictionary } from '../../ui/words/dictionary.ts';

export const excelWord = dictionary(
  {
    sheet: '答卷',
    number: '编号',
    unit: '辖区',
    above: '所属',
    version: '版本',
    channel: '填写方式',
    state: '状态',
    at: '时间',
    accepted: '有效',
    void: '作废',
    withdrawn: '已撤回',
  },
  {
    sheet: 'Answers',
    number: 'No.',
    unit: 'Area',
    above: 'Within',
    version: 'Version',
    channel: 'Channel',
    state: 'State',
    at: 'Time',
    accepted: 'Counted',
    void: 'Void',
    withdrawn: 'Withdrawn',
  },
);
