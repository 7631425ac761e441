// Lines that look like options or hints of the question above them, and are none.
import type { Fragment } from '../text-brief.ts';

export const misread: readonly Fragment[] = [
  {
    from: '横线里的标题',
    text: `
=== 停车意见征集 ===
—— 第一部分 ——
1. 您住几号楼
-----第二部分-----
2. 您家有车吗
A. 有
B. 没有
***第三部分***
3. 停车方便吗
□ 方便
□ 不方便
【第四部分】
4. 您的建议是什么呢
— 第五部分：基本情况 —
5. 您的电话
--- 第2页 ---
☆☆☆ 您的基本信息 ☆☆☆
6. 您的年龄段
A. 60岁以下
B. 60岁及以上
您的基本情况
7. 您的姓名
`,
    reads: `
title: 停车意见征集
note 第一部分
text 您住几号楼
note 第二部分
single* 您家有车吗 — 有 · 没有
note 第三部分
single* 停车方便吗 — 方便 · 不方便
note 【第四部分】
long-text 您的建议是什么呢
note 第五部分：基本情况
phone* 您的电话
page-break 第 2 页
note 您的基本信息
single* 您的年龄段 — 60岁以下 · 60岁及以上
note 您的基本情况
name* 您的姓名
`,
  },
  {
    from: '横线里不是标题',
    text: `
1. 您的姓名
***2. 您的电话***
3. 怎么联系您
——A. 电话——
——B. 上门——
—— 您满意吗？——
□ 满意
□ 不满意
`,
    reads: `
name* 您的姓名
phone* 您的电话
single* 怎么联系您 — 电话 · 上门
single* 您满意吗？ — 满意 · 不满意
`,
  },
  {
    from: '方括号里的总标题',
    text: `
【停车调查】
各位邻居好
1. 您住几号楼
`,
    reads: `
title: 【停车调查】
intro: 各位邻居好
text 您住几号楼
`,
  },
  ...[
    '感谢您的参与',
    '谢谢您的配合！',
    '感谢支持',
    '祝您生活愉快',
    '填写完毕',
    '谢谢',
    '非常感谢！',
    '🙏谢谢大家🌹',
    '（感谢您的支持与配合）',
    '【感谢您的参与】',
    '以上就是全部问题，感谢您抽出时间',
    '幸福社区感谢您的参与。',
  ].map((words) => ({
    from: `结尾的话 ${words}`,
    text: `
1. 您的姓名
2. 您的电话
${words}
`,
    reads: `
name* 您的姓名
phone* 您的电话
thanks: ${words}
`,
  })),
  {
    from: '选项下面的结尾',
    text: `
1. 您满意吗
A. 满意
B. 不满意
谢谢您
—— 问卷到此结束 ——
提交
`,
    reads: `
single* 您满意吗 — 满意 · 不满意
thanks: 谢谢您⏎问卷到此结束
unplaced 7: 提交
`,
  },
  {
    from: '像道谢的选项',
    text: `
1. 您想对志愿者说什么
辛苦了
谢谢您
`,
    reads: `
single* 您想对志愿者说什么 — 辛苦了 · 谢谢您
`,
  },
];
