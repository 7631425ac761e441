// Answers on the line of their question, with blanks among them and with boxes before or behind them.
import type { Fragment } from '../text-brief.ts';

export const beside: readonly Fragment[] = [
  {
    from: '题干后的选项带横线',
    text: `
1. 您希望解决 □停车 □卫生 □其他____
2.您最希望解决的是（多选） □停车 □卫生 □其他____
3. 性别 A.男 B.女 C.其他____
4. 您的职业 ○学生 ○工人 ○其他______
5. 您家有 1.老人____人 2.小孩____人
6. 我是____岁的○男○女
`,
    reads: `
single* 您希望解决 — 停车 · 卫生 · 其他{text}
multi* 您最希望解决的是 — 停车 · 卫生 · 其他{text}
single* 性别 — 男 · 女 · 其他{text}
single* 您的职业 — 学生 · 工人 · 其他{text}
gap-fill* 您家有 1.老人____人 2.小孩____人 — gaps {kind number} · {kind number}
gap-fill* 我是____岁的○男○女 — gaps {kind number}
`,
  },
  {
    from: '方框在后',
    text: `
1. 您的性别：男□ 女□
2. 您的性别？男○女○其他○
3. 您的文化程度  小学□  初中□  高中□  其他□____
4. 满意程度：很满意[ ] 满意[ ] 不满意[ ]
5. 选一个
男□
女□
6. 评分：★★★★★
`,
    reads: `
single* 您的性别 — 男 · 女
single* 您的性别？ — 男 · 女 · 其他
single* 您的文化程度 — 小学 · 初中 · 高中 · 其他{text}
single* 满意程度 — 很满意 · 满意 · 不满意
single* 选一个 — 男 · 女
text 评分：★★★★★
`,
  },
  {
    from: '题干后的选项还有下一行',
    text: `
1. 您的性别 □男 □女
请如实填写
2. 您家有 □老人 □小孩
□其他____
3. 您的学历 A.小学 B.中学
C.大学
`,
    reads: `
single* 您的性别 ‹请如实填写› — 男 · 女
single* 您家有 — 老人 · 小孩 · 其他{text}
single* 您的学历 — 小学 · 中学 · 大学
`,
  },
];
