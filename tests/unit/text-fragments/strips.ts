// Scales that are written on one line, beside the title or under it.
import type { Fragment } from '../text-brief.ts';

const ended = 'scale* 您对停车满意吗？ — from 1 ; to 5 ; low 很不满意 ; high 很满意';

export const strips: readonly Fragment[] = [
  ...[
    '（很不满意 1 2 3 4 5 很满意）',
    '很不满意 1 2 3 4 5 很满意',
    '很不满意 □1 □2 □3 □4 □5 很满意',
    '很不满意 ①②③④⑤ 很满意',
    '很不满意 ① ② ③ ④ ⑤ 很满意',
    '很不满意①②③④⑤很满意',
    '很不满意 1—2—3—4—5 很满意',
    '1（很不满意）……5（很满意）',
    '（1很不满意 — 5很满意）',
    '（1分很不满意，5分很满意）',
    '（1-5分，1分很不满意，5分很满意）',
    '很不满意（1）……很满意（5）',
    '5=很满意 1=很不满意',
  ].map((words) => ({
    from: `量表 ${words}`,
    text: `
1. 您对停车满意吗？${words}
2. 您对停车满意吗？ ${words}
请如实打分
3. 您对停车满意吗？
${words}
4. 您对停车满意吗？[量表题]
${words}
`,
    reads: `
${ended}
${ended.replace('？', '？ ‹请如实打分›')}
${ended}
${ended}
`,
  })),
  {
    from: '量表 只有分数',
    text: `
1. 请为停车打分：1 2 3 4 5
2. 您对停车满意吗？（1-10分）
3. 您对保洁的评价（1分最低，5分最高）
1~5
4. 请评价
（1分很不满意，5分很满意）
 \t1\t2\t3\t4\t5
环境\t○\t○\t○\t○\t○
治安\t○\t○\t○\t○\t○
`,
    reads: `
scale* 请为停车打分 — from 1 ; to 5
scale* 您对停车满意吗？ — from 1 ; to 10
scale* 您对保洁的评价 — from 1 ; to 5 ; low 最低 ; high 最高
matrix-single* 请评价 ‹（1分很不满意，5分很满意）› — rows 环境 · 治安 ; columns 1 · 2 · 3 · 4 · 5
`,
  },
  {
    from: '数字不是量表',
    text: `
1. 您住几号楼 1 2 3 4
2. 有事找谁（1号楼张三，5号楼李四）
3. 电费按几档（1档低，3档高）
4. 您家住在1 2 3单元
5. 几点方便（不早于 7 8 9 点）[填空题]
（1分很差，5分很好）
`,
    reads: `
text 您住几号楼 1 2 3 4
text 有事找谁（1号楼张三，5号楼李四）
text 电费按几档（1档低，3档高）
text 您家住在1 2 3单元
text 几点方便（不早于 7 8 9 点） ‹（1分很差，5分很好）›
`,
  },
];
