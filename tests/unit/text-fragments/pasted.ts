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
  {
    from: '接龙 收尾的话',
    text: `
@所有人 各位邻居大家好[玫瑰]关于3号楼加装电梯的事，请大家接龙填一下👇👇
1️⃣您家住几楼？
2️⃣同不同意加装？A同意 B不同意 C再看看
3、如果同意，能接受的费用大概多少：A.1万以内   B、1-2万   C．2-3万  D、3万以上
4.担心什么（可多选）①采光②噪音③占地④后期电费⑤其他
5.什么时间开会方便 周六上午/周六下午/周日上午/周日下午
6.您家电话：
7.还有啥想说的
收到请回复，谢谢大家配合🙏 截止时间本周五晚8点
`,
    reads: `
title: @所有人 各位邻居大家好[玫瑰]关于3号楼加装电梯的事，请大家接龙填一下👇👇
text 您家住几楼？
single* 同不同意加装？ — 同意 · 不同意 · 再看看
single* 如果同意，能接受的费用大概多少 — 1万以内 · 1-2万 · 2-3万 · 3万以上
multi* 担心什么 — 采光 · 噪音 · 占地 · 后期电费 · 其他
single* 什么时间开会方便 — 周六上午 · 周六下午 · 周日上午 · 周日下午
phone* 您家电话
long-text 还有啥想说的
unplaced 10: 收到请回复，谢谢大家配合🙏 截止时间本周五晚8点
`,
  },
  {
    from: '纸质问卷 签名行',
    text: `
关于开展2026年度“文明楼栋”评选的调查问卷

一、单选题
1.您所在的楼栋是否整洁?(   )
A.非常整洁 B.比较整洁 C.一般 D.较差
2、您的邻居是否友善（ ）
A、是  B、否
3．  您对楼栋长的工作：( A满意 B基本满意 C不满意 )
二、多选题（可多选）
4、您参加过以下哪些活动
①志愿服务  ②议事会  ③邻里节  ④没有参加
5、您希望增加哪些设施？
1）充电桩
2）快递柜
3）其他：_______
三、填空题
6、您居住在____小区____栋____单元____室
7、您的建议：
四、请为以下打分（1-10分）
8、楼道卫生____分
9、邻里和睦____分
签名：          日期：    年   月   日
`,
    reads: `
title: 关于开展2026年度“文明楼栋”评选的调查问卷
note 一、单选题
single* 您所在的楼栋是否整洁? — 非常整洁 · 比较整洁 · 一般 · 较差
single* 您的邻居是否友善 — 是 · 否
single* 您对楼栋长的工作 — 满意 · 基本满意 · 不满意
note 二、多选题（可多选）
multi* 您参加过以下哪些活动 — 志愿服务 · 议事会 · 邻里节 · 没有参加
multi* 您希望增加哪些设施？ — 充电桩 · 快递柜 · 其他{text}
note 三、填空题
gap-fill* 您居住在____小区____栋____单元____室 — gaps {kind text} · {kind number} · {kind text} · {kind text}
text 您的建议
note 四、请为以下打分（1-10分）
gap-fill* 楼道卫生____分 — gaps {kind text}
gap-fill* 邻里和睦____分 — gaps {kind text}
unplaced 23: 签名：          日期：    年   月   日
`,
  },
  {
    from: '落款和联系人',
    text: `
小区开会
1. 您的性别
男
女
2. 您的态度
A. 赞成
B. 反对
联系人：王芳 电话：87654321
祝您生活愉快！
金湖社区居委会
2026年3月1日
`,
    reads: `
title: 小区开会
single* 您的性别 — 男 · 女
single* 您的态度 — 赞成 · 反对
thanks: 联系人：王芳 电话：87654321⏎祝您生活愉快！⏎金湖社区居委会⏎2026年3月1日
`,
  },
  {
    from: '签名和催填的话',
    text: `
1. 您想对志愿者说什么
辛苦了
谢谢您
2. 您的评价
A. 好 B. 差
3. 您的签名：
4. 填表人信息
姓名：
签名：
请大家务必于3月10日前填完
谢谢！
被访人（签字）：________   填表日期：____年__月__日
`,
    reads: `
single* 您想对志愿者说什么 — 辛苦了 · 谢谢您
single* 您的评价 — 好 · 差
signature* 您的签名
gap-fill* 填表人信息 姓名____ 签名____ — gaps {kind text} · {kind text}
thanks: 谢谢！
unplaced 11: 请大家务必于3月10日前填完
unplaced 13: 被访人（签字）：________
unplaced 13: 填表日期：____年__月__日
`,
  },
  {
    from: '表头上的项目二字',
    text: `
1、您对社区以下服务的满意度（请打√）
项目\t非常满意\t满意\t一般\t不满意
养老服务\t\t\t\t
文体活动\t\t\t\t
环境治理\t\t\t\t
2、请您评价
评价内容 满意 基本满意 不满意
环境卫生
治安状况
3、请评价楼栋长
序号\t测评内容\t好\t较好\t一般\t差
1\t宗旨意识\t□\t□\t□\t□
2\t工作作风\t□\t□\t□\t□
4. 各方面的情况[矩阵填空题]
项目 数量 单位
桌子
椅子
`,
    reads: `
matrix-single* 您对社区以下服务的满意度（请打√） — rows 养老服务 · 文体活动 · 环境治理 ; columns 非常满意 · 满意 · 一般 · 不满意
matrix-single* 请您评价 — rows 环境卫生 · 治安状况 ; columns 满意 · 基本满意 · 不满意
matrix-single* 请评价楼栋长 — rows 宗旨意识 · 工作作风 ; columns 好 · 较好 · 一般 · 差
matrix-text* 各方面的情况 — rows 桌子 · 椅子 ; columns 数量 · 单位
unplaced 3: 项目
unplaced 8: 评价内容
unplaced 12: 序号
unplaced 12: 测评内容
unplaced 16: 项目
`,
  },
  {
    from: 'Word 表格复制成文字',
    text: `
附件2
社区干部“三张清单”民主测评表
序号\t测评内容\t好\t较好\t一般\t差
1\t宗旨意识\t□\t□\t□\t□
2\t工作作风\t□\t□\t□\t□
3\t办事效率\t□\t□\t□\t□
填表说明：请在相应栏内打“√”，每项只能选一个。
姓名：________  性别：□男 □女   年龄：____岁   联系电话：________________
您居住在________社区________栋________单元
您对社区党组织书记的总体评价：□优秀 □称职 □基本称职 □不称职
家庭成员情况
姓名\t与户主关系\t年龄\t职业\t电话
\t\t\t\t
\t\t\t\t
意见建议：

填表日期：   年   月   日
`,
    reads: `
title: 社区干部“三张清单”民主测评表
matrix-single* 测评内容 ‹填表说明：请在相应栏内打“√”，每项只能选一个。› — rows 宗旨意识 · 工作作风 · 办事效率 ; columns 好 · 较好 · 一般 · 差
name* 姓名
single* 性别 — 男 · 女
gap-fill* 年龄：____岁 — gaps {kind number}
phone* 联系电话
gap-fill* 您居住在____社区____栋____单元 — gaps {kind text} · {kind number} · {kind text}
single* 您对社区党组织书记的总体评价 — 优秀 · 称职 · 基本称职 · 不称职
rows* 家庭成员情况 — columns 姓名{kind text} · 与户主关系{kind text} · 年龄{kind number} · 职业{kind text} · 电话{kind phone}
long-text 意见建议
unplaced 2: 附件2
unplaced 18: 填表日期：   年   月   日
`,
  },
  {
    from: '附件和表格里的填写项',
    text: `
附件1：
独居老人登记表
姓名\t\t性别\t\t出生年月\t
住址\t\t是否党员\t□是 □否\t电话\t
家庭成员
姓名\t关系\t电话
\t\t
\t\t
对服务的评价
内容\t满意\t不满意
助餐\t□\t□
助浴\t□\t□
其他需要：
`,
    reads: `
title: 独居老人登记表
name* 姓名
text 性别
text 出生年月
text 住址
single* 是否党员 — 是 · 否
phone* 电话
rows* 家庭成员 — columns 姓名{kind text} · 关系{kind text} · 电话{kind phone}
matrix-single* 对服务的评价 — rows 助餐 · 助浴 ; columns 满意 · 不满意
text 其他需要
unplaced 2: 附件1：
unplaced 11: 内容
`,
  },
  {
    from: '题目下的表格',
    text: `
1. 您对下列服务的评价
服务项目\t满意\t一般\t不满意
1\t助餐\t○\t○\t○
2\t助浴\t○\t○\t○
2. 家里还有谁
姓名\t关系
\t
3. 您的建议
4. 您对下列活动的评价[矩阵单选题]
（请打√）
项目\t满意\t一般\t不满意
唱歌\t○\t○\t○
跳舞\t○\t○\t○
5. 您去过哪里
A. 驿站
B. 食堂
对这些地方的评价
序号\t地方\t好\t不好
1\t驿站\t□\t□
2\t食堂\t□\t□
`,
    reads: `
matrix-single* 您对下列服务的评价 — rows 助餐 · 助浴 ; columns 满意 · 一般 · 不满意
rows* 家里还有谁 — columns 姓名{kind text} · 关系{kind text}
long-text 您的建议
matrix-single* 您对下列活动的评价 ‹（请打√）› — rows 唱歌 · 跳舞 ; columns 满意 · 一般 · 不满意
single* 您去过哪里 — 驿站 · 食堂
matrix-single* 对这些地方的评价 — rows 驿站 · 食堂 ; columns 好 · 不好
unplaced 3: 服务项目
unplaced 12: 项目
unplaced 19: 序号
unplaced 19: 地方
`,
  },
];
