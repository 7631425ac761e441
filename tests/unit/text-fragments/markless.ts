// Lines without a mark among options that have one.
import type { Fragment } from '../text-brief.ts';

const sentences = ['这是一段没地方放的话', '请大家如实填写哦'];
const lists = [
  'A. 好\nB. 坏\nC. 一般',
  '□ 好\n□ 坏\n□ 一般',
  '1）好\n2）坏\n3）一般',
  '- 好\n- 坏\n- 一般',
  '①好②坏③一般',
];

export const markless: readonly Fragment[] = [
  ...sentences.flatMap((words) =>
    lists.map((list) => ({
      from: `${list.slice(0, 2)} ${words}`,
      text: `
1. 您的看法
${list}
${words}
2. 您的姓名
`,
      reads: `
single* 您的看法 — 好 · 坏 · 一般
name* 您的姓名
unplaced ${list.split('\n').length + 3}: ${words}
`,
    })),
  ),
  {
    from: '没有记号也是选项',
    text: `
1. 您的看法
A. 好
B. 坏
其他____
2. 您需要什么
□ 助餐
□ 助浴
其他（请注明）
以上都没有
3. 您了解吗
A. 了解
不太了解
C. 不了解
说不清
`,
    reads: `
single* 您的看法 — 好 · 坏 · 其他{text}
single* 您需要什么 — 助餐 · 助浴 · 其他（请注明）{text} · 以上都没有
single* 您了解吗 — 了解 · 不太了解 · 不了解 · 说不清
`,
  },
  {
    from: '折行的选项',
    text: `
1. 您最担心的是（可多选）
A. 加装以后低楼层的采光和通风受到影响，房
子不好卖
B. 费用怎么分摊没有商量好，以后的电费和
维修费没人管
C. 都不担心，只希望快一点动工，冬天以前装
好
请大家如实填写哦
2. 您希望装在哪里
□ 楼道外面（靠花坛、
停车位）
□ 楼道里面、
原来的天井
□ 都可以，但不要占用一楼住户的院子
  和窗户
这是一段没地方放的话
`,
    reads: `
multi* 您最担心的是 — 加装以后低楼层的采光和通风受到影响，房子不好卖 · 费用怎么分摊没有商量好，以后的电费和维修费没人管 · 都不担心，只希望快一点动工，冬天以前装好
single* 您希望装在哪里 — 楼道外面（靠花坛、停车位） · 楼道里面、原来的天井 · 都可以，但不要占用一楼住户的院子和窗户
unplaced 9: 请大家如实填写哦
unplaced 17: 这是一段没地方放的话
`,
  },
  {
    from: '选项上面的话',
    text: `
1. 您需要什么服务
请在下面打勾
□助餐
□助浴
2. 您的看法
请大家如实填写
A. 好
B. 坏
3. 为进一步做好停车工作，
请您说说停车满意吗
□满意
□不满意
4. 您的住房
自住
□出租
□空置
`,
    reads: `
single* 您需要什么服务 ‹请在下面打勾› — 助餐 · 助浴
single* 您的看法 ‹请大家如实填写› — 好 · 坏
single* 为进一步做好停车工作，请您说说停车满意吗 — 满意 · 不满意
single* 您的住房 — 出租 · 空置
unplaced 15: 自住
`,
  },
];
