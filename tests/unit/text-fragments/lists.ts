// Questions that only their answers tell: under headings, under each other, several under one number.
import type { Fragment } from '../text-brief.ts';

export const lists: readonly Fragment[] = [
  {
    from: '小节里的填写项',
    text: `
社区居民登记
一、基本信息
姓名：
性别：
电话：

二、满意度
1. 您对物业满意吗？
A. 满意
B. 不满意
`,
    reads: `
title: 社区居民登记
note 一、基本信息
name* 姓名
text 性别
phone* 电话
note 二、满意度
single* 您对物业满意吗？ — 满意 · 不满意
`,
  },
  {
    from: '一题下几个填写项',
    text: `
1. 基本信息
姓名：
电话：____
2. 您的建议
`,
    reads: `
gap-fill* 基本信息 姓名____ 电话____ — gaps {kind text} · {kind text}
long-text 您的建议
`,
  },
  {
    from: '中文数字标题下就是选项',
    text: `
一、您的性别：
A. 男
B. 女
二、您的年龄：
A. 18岁以下
B. 18-30岁
三、您的职业
A. 学生
B. 工人
四、其他意见
`,
    reads: `
single* 您的性别 — 男 · 女
single* 您的年龄 — 18岁以下 · 18-30岁
single* 您的职业 — 学生 · 工人
long-text 其他意见
`,
  },
  {
    from: '小节中有一题直接带选项',
    text: `
一、基本信息
1. 您的房号
二、您的性别
□男
□女
三、意见
2. 您的建议
`,
    reads: `
note 一、基本信息
text 您的房号
single* 您的性别 — 男 · 女
note 三、意见
long-text 您的建议
`,
  },
  {
    from: '中文数字题下选项无标记',
    text: `
社区调查
一、您的性别
男
女
二、您的年龄
18岁以下
18岁以上
三、您的意见
`,
    reads: `
title: 社区调查
single* 您的性别 — 男 · 女
single* 您的年龄 — 18岁以下 · 18岁以上
long-text 您的意见
`,
  },
  {
    from: '无题号无空行',
    text: `
满意度调查
请填写。
您对物业满意吗？
A. 满意
B. 不满意
您对社区满意吗？（可多选）
①停车
②卫生
③其他____
您希望改进什么
□绿化
□照明
您还有什么想说的？
姓名：
感谢您的参与！
`,
    reads: `
title: 满意度调查
intro: 请填写。
single* 您对物业满意吗？ — 满意 · 不满意
multi* 您对社区满意吗？ — 停车 · 卫生 · 其他{text}
single* 您希望改进什么 — 绿化 · 照明
long-text 您还有什么想说的？
name* 姓名
thanks: 感谢您的参与！
`,
  },
  {
    from: '无题号 选项在题后',
    text: `
登记
您的性别 □男 □女
（请打√）
您的年龄 □老 □少
请评价以下各项
环境 □满意 □不满意
安全 □满意 □不满意
您的意见____
`,
    reads: `
title: 登记
single* 您的性别 ‹（请打√）› — 男 · 女
single* 您的年龄 — 老 · 少
matrix-single* 请评价以下各项 — rows 环境 · 安全 ; columns 满意 · 不满意
long-text 您的意见
`,
  },
  {
    from: '小节下无题号',
    text: `
调查
一、基本情况
您的性别
A. 男
B. 女
您的住址：
二、意见
您的意见？
`,
    reads: `
title: 调查
note 一、基本情况
single* 您的性别 — 男 · 女
text 您的住址
note 二、意见
long-text 您的意见？
`,
  },
  {
    from: '一题几个事项 选项相同',
    text: `
1. 下列事项您同意吗？
事项一：续聘物业
同意□ 反对□ 弃权□
事项二：使用维修资金
同意□ 反对□ 弃权□
2. 下列事项您同意吗？
（1）续聘物业 □同意 □反对 □弃权
（2）使用维修资金 □同意 □反对 □弃权
3. 哪些渠道可用（可多选）
报修
A. 电话
B. 微信
投诉
A. 电话
B. 微信
`,
    reads: `
matrix-single* 下列事项您同意吗？ — rows 事项一：续聘物业 · 事项二：使用维修资金 ; columns 同意 · 反对 · 弃权
matrix-single* 下列事项您同意吗？ — rows 续聘物业 · 使用维修资金 ; columns 同意 · 反对 · 弃权
matrix-multi* 哪些渠道可用 — rows 报修 · 投诉 ; columns 电话 · 微信
`,
  },
  {
    from: '一题几个小问 选项不同',
    text: `
1. 请回答下列问题
甲方案如何？
A. 好
B. 坏
乙方案如何？
A. 高
B. 低
2. 您的建议
`,
    reads: `
note 请回答下列问题
single* 甲方案如何？ — 好 · 坏
single* 乙方案如何？ — 高 · 低
long-text 您的建议
`,
  },
  {
    from: '题号与无题号混用',
    text: `
1. 您对物业满意吗？
□满意
□不满意
您对社区满意吗？
□满意
□不满意
2. 您对绿化满意吗？
□满意
（请在方框内打√）
□不满意
`,
    reads: `
single* 您对物业满意吗？ — 满意 · 不满意
single* 您对社区满意吗？ — 满意 · 不满意
single* 您对绿化满意吗？ ‹（请在方框内打√）› — 满意 · 不满意
`,
  },
  {
    from: '表决票',
    text: `
表决票
事项一：续聘物业
同意□ 反对□ 弃权□
事项二：使用维修资金
同意□ 反对□ 弃权□
`,
    reads: `
title: 表决票
single* 事项一：续聘物业 — 同意 · 反对 · 弃权
single* 事项二：使用维修资金 — 同意 · 反对 · 弃权
`,
  },
];
