// What people paste from chats, paper and Word without looking it over, with the lines that stand around the questions.
import type { Fragment } from '../text-brief.ts';

export const pasted: readonly Fragment[] = [
  {
    from: '键帽数字',
    text: `
接龙
1️⃣您家住几楼？
2️⃣同不同意加装？A同意 B不同意 C再看看
3⃣担心什么（可多选）①采光②噪音③占地
4、喜欢哪样 1️⃣唱歌2️⃣跳舞
🔟 您家电话
`,
    reads: `
title: 接龙
text 您家住几楼？
single* 同不同意加装？ — 同意 · 不同意 · 再看看
multi* 担心什么 — 采光 · 噪音 · 占地
single* 喜欢哪样 — 唱歌 · 跳舞
phone* 您家电话
`,
  },
  {
    from: '圈码题号',
    text: `
小区停车调查
①您家有几辆车？
A.没有 B.一辆 C.两辆及以上
②您家电话：
❸还有什么建议
`,
    reads: `
title: 小区停车调查
single* 您家有几辆车？ — 没有 · 一辆 · 两辆及以上
phone* 您家电话
long-text 还有什么建议
`,
  },
  {
    from: '罗马数字 小节',
    text: `
小区养老调查
Ⅰ. 基本信息
1. 您的性别 A男 B女
Ⅱ. 您的看法
2. 您最担心什么
①没人陪
②看病远
`,
    reads: `
title: 小区养老调查
note Ⅰ. 基本信息
single* 您的性别 — 男 · 女
note Ⅱ. 您的看法
single* 您最担心什么 — 没人陪 · 看病远
`,
  },
  {
    from: '罗马数字 题号',
    text: `
Ⅰ、您的性别？
□男 □女
Ⅱ、您的建议
`,
    reads: `
single* 您的性别？ — 男 · 女
long-text 您的建议
`,
  },
  {
    from: '括号里的选项',
    text: `
1、您所在的楼栋是否整洁?(A.整洁 B.一般 C.较差)
2．  您对楼栋长的工作：( A满意 B基本满意 C不满意 )
3. 您是党员吗（□是 □否）
4. 您的看法（①赞成②反对③说不好）
5. 您的年龄段
（A、60岁以下　B、60岁以上）
6. 您的住房（ ）(A自住 B出租（整租） C空置（一年以上）)
`,
    reads: `
single* 您所在的楼栋是否整洁? — 整洁 · 一般 · 较差
single* 您对楼栋长的工作 — 满意 · 基本满意 · 不满意
single* 您是党员吗 — 是 · 否
single* 您的看法 — 赞成 · 反对 · 说不好
single* 您的年龄段 — 60岁以下 · 60岁以上
single* 您的住房 — 自住 · 出租（整租） · 空置（一年以上）
`,
  },
  {
    from: '斜线隔开的选项',
    text: `
开会时间征集
1.什么时间开会方便 周六上午/周六下午/周日上午/周日下午
2.您更喜欢哪一天？周六/周日
3.您的意见：同意/反对/弃权
4.几点开始合适
早上9点/下午3点/晚上7点
5.您的联系方式 电话/微信
6.您家的网址 https://a.cn/b/c
`,
    reads: `
title: 开会时间征集
single* 什么时间开会方便 — 周六上午 · 周六下午 · 周日上午 · 周日下午
single* 您更喜欢哪一天？ — 周六 · 周日
single* 您的意见 — 同意 · 反对 · 弃权
single* 几点开始合适 — 早上9点 · 下午3点 · 晚上7点
text 您的联系方式 电话/微信
text 您家的网址 https://a.cn/b/c
`,
  },
];
