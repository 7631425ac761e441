// The words of the report on paper that the board does not have.
import { dictionary } from '../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    title: '{unit} · {campaign}',
    report: '报告',
    print: '打印或存成 PDF',
    back: '回看板',
    note: '拿出去的报告，不足 {k} 份的不写。A4 竖版，黑白也看得清。打印窗口里选“另存为 PDF”就是电子版。',
    page: '第 {n} 页，共 {of} 页',
    method: '这些数怎么算的',
    rest: '还有 {n} 项，见看板',
    noted: '批注：{words}（{by}）',
    empty: '这里不足 {k} 人，或者还没有答卷，没有能印的报告。',
  },
  {
    title: '{unit} · {campaign}',
    report: 'Report',
    print: 'Print or save as PDF',
    back: 'Back to the board',
    note: 'What is taken along tells nothing of fewer than {k} responses. A4 upright, readable in black and white. “Save as PDF” in the printing window makes a file of it.',
    page: 'Page {n} of {of}',
    method: 'How these figures are made',
    rest: '{n} more on the board',
    noted: 'Note: {words} ({by})',
    empty: 'Fewer than {k} people here, or no responses yet: there is no report to print.',
  },
);
