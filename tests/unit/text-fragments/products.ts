// Questionnaires in the dialects of the products that they are copied from.
import type { Fragment } from '../text-brief.ts';

export const products: readonly Fragment[] = [
  {
    from: '问卷星 Word 导出',
    text: `
社区满意度调查问卷

尊敬的居民：
您好！为了解大家对社区工作的看法，请您如实填写。

1. 您的性别： [单选题] *
○男
○女

2. 您的年龄段： [单选题] *
○18岁以下
○18~25
○26~30
○31~40
○60以上

3. 您平时通过哪些渠道了解社区动态？ [多选题] *
□公告栏
□微信群
□社区公众号
□其他 _________________

4. 请您对以下服务打分 [矩阵量表题] *
\t非常不满意\t不满意\t一般\t满意\t非常满意
环境卫生\t○\t○\t○\t○\t○
治安巡逻\t○\t○\t○\t○\t○
矛盾调解\t○\t○\t○\t○\t○

5. 您向亲友推荐本小区的可能性 [量表题] *
不可能\t○0\t○1\t○2\t○3\t○4\t○5\t○6\t○7\t○8\t○9\t○10\t极有可能

6. 您对社区工作的意见和建议： [填空题]
_________________________________

`,
    reads: `
title: 社区满意度调查问卷
intro: 尊敬的居民：⏎您好！为了解大家对社区工作的看法，请您如实填写。
single* 您的性别 — 男 · 女
single* 您的年龄段 — 18岁以下 · 18~25 · 26~30 · 31~40 · 60以上
multi* 您平时通过哪些渠道了解社区动态？ — 公告栏 · 微信群 · 社区公众号 · 其他{text}
matrix-scale* 请您对以下服务打分 — rows 环境卫生 · 治安巡逻 · 矛盾调解 ; from 1 ; to 5 ; labels 非常不满意 · 不满意 · 一般 · 满意 · 非常满意
scale* 您向亲友推荐本小区的可能性 — from 0 ; to 10 ; low 不可能 ; high 极有可能
text 您对社区工作的意见和建议
`,
  },
  {
    from: '问卷星 SDK 行列',
    text: `
员工满意度调查
这是一份匿名调查
===

1. 您的部门 [下拉框]
技术部
产品部
市场部

2. 整体满意度 [量表题]
1~10

3. 请评价以下方面 [矩阵量表题]
行：
- 工作环境
- 团队协作
- 薪酬福利
列：
- 非常不满意
- 不满意
- 一般
- 满意
- 非常满意

4. 改进建议【填空题】
5、意见[填空题]（选填）
`,
    reads: `
title: 员工满意度调查
intro: 这是一份匿名调查
dropdown* 您的部门 — 技术部 · 产品部 · 市场部
scale* 整体满意度 — from 1 ; to 10
matrix-scale* 请评价以下方面 — rows 工作环境 · 团队协作 · 薪酬福利 ; from 1 ; to 5 ; labels 非常不满意 · 不满意 · 一般 · 满意 · 非常满意
text* 改进建议
text 意见
`,
  },
  {
    from: 'SDK 列1~5',
    text: `
1. 请打分 [矩阵量表题]
行：
- 楼道
- 电梯
列：
1～5
`,
    reads: `
matrix-scale* 请打分 — rows 楼道 · 电梯 ; from 1 ; to 5
`,
  },
  {
    from: '腾讯问卷',
    text: `
幸福里小区业主需求调查

1. 您的小区[联动题]

2. 请上传房产证[附件题]

3. 您最关心的问题[多选题]
停车
电梯
绿化

4. 您是否同意加装电梯[单选题]
同意
不同意

=== 分页 ===

5. 请签字确认 [手写签名题]
`,
    reads: `
title: 幸福里小区业主需求调查
cascade* 您的小区 — levels 第一级 ; nodes （空）
file 请上传房产证
multi* 您最关心的问题 — 停车 · 电梯 · 绿化
single* 您是否同意加装电梯 — 同意 · 不同意
page-break 第 2 页
signature* 请签字确认
`,
  },
  {
    from: '金数据',
    text: `
1. 您的姓名［单行文字］

2. 您的意见［多行文字］

3. 您的手机［电话］

4. 您的邮箱［邮箱］

5. 到访时间［日期］

6. 上传照片［上传图片］
`,
    reads: `
text 您的姓名
long-text 您的意见
phone* 您的手机
email* 您的邮箱
date* 到访时间
photo 上传照片
`,
  },
  {
    from: '金数据式 选项描述',
    text: `
您想参加的课程（单选）
- 书法（每周一）
- 太极（每周三）
- 合唱

您的称呼（单行文字，必填）

您的留言（多行文字）
`,
    reads: `
single 您想参加的课程 — 书法（每周一） · 太极（每周三） · 合唱
text* 您的称呼
long-text 您的留言
`,
  },
  {
    from: 'TDuck',
    text: `
【单选框组】您经常创建什么类型的项目？
问卷调研
投票评选
测评考试
【多选框组】您了解过哪些问卷系统？
  问卷网
  腾讯问卷
  金数据
【单行文本】请填写您的问题和建议
【下拉选择】性别
  男
  女
【评分组件】给我们的体验打几分
【日期时间】请输入您的生日
【文本描述】 感谢您能抽出几分钟时间来参加本次答题，现在我们就马上开始吧！
`,
    reads: `
single* 您经常创建什么类型的项目？ — 问卷调研 · 投票评选 · 测评考试
multi* 您了解过哪些问卷系统？ — 问卷网 · 腾讯问卷 · 金数据
text 请填写您的问题和建议
dropdown* 性别 — 男 · 女
rating* 给我们的体验打几分
date* 请输入您的生日
note 感谢您能抽出几分钟时间来参加本次答题，现在我们就马上开始吧！
`,
  },
  {
    from: 'XIAOJU',
    text: `
1.您今天早上的早餐是什么？[单行输入框]

2.您对本频道都有什么建议？[多行输入框]

3.您对以下哪一种改善心理健康的方法最感兴趣？[单选]
选项1：心理咨询服务
选项2：组织心理健康活动
选项3：加强团队建设

4.您认为早上吃汉堡对身体有益这个观点是对是错？[判断题]
对
错

5.您对本次团建的评价[评分]

6.您对本次团建的评价[NPS评分]
很不满意-非常满意

7.您对班长竞选的投票对象[投票]
小明
小红
`,
    reads: `
text 您今天早上的早餐是什么？
long-text 您对本频道都有什么建议？
single* 您对以下哪一种改善心理健康的方法最感兴趣？ — 心理咨询服务 · 组织心理健康活动 · 加强团队建设
yes-no* 您认为早上吃汉堡对身体有益这个观点是对是错？ — yes 对 ; no 错
rating* 您对本次团建的评价
nps* 您对本次团建的评价 — low 很不满意 ; high 非常满意
vote* 您对班长竞选的投票对象 — 小明 · 小红
`,
  },
  {
    from: 'SurveyKing',
    text: `
物业服务调查 【问卷】
感谢您参与本次调查。 【欢迎语】

您的居住年限 【单选题】
1年以内
1-3年
3年以上

您住在 【级联题】
街道 社区
金湖街道 滨河社区
金湖街道 东风社区
罗桥街道 港湖社区

家庭情况 【多项填空】
姓名
年龄
电话

您的签名 【签名题】

小区有电梯吗 【判断题】
有
没有

谢谢 【文字描述】
`,
    reads: `
title: 物业服务调查
intro: 感谢您参与本次调查。
single* 您的居住年限 — 1年以内 · 1-3年 · 3年以上
cascade* 您住在 — levels 街道 · 社区 ; nodes 金湖街道(滨河社区 东风社区) 罗桥街道(港湖社区)
gap-fill* 家庭情况 姓名____ 年龄____ 电话____ — gaps {kind text} · {kind text} · {kind text}
signature* 您的签名
yes-no* 小区有电梯吗 — yes 有 ; no 没有
note 谢谢
`,
  },
  {
    from: 'SurveyKing 考试',
    text: `
消防知识测试 【考试】【欢迎语】
请认真作答

发现火情应拨打119（10分）【判断题】
正确（正确答案）
错误
答案解析：119是火警电话

下列哪些行为是错误的（20分）【多选题】
楼道充电（正确答案）
占用消防通道（正确答案）
定期检查灭火器
答案解析：楼道不得充电

灭火器压力表指针应在哪个区域（5分）【填空题】
答案解析：绿色
`,
    reads: `
title: 消防知识测试
intro: 请认真作答
yes-no* 发现火情应拨打119 — yes 正确 ; no 错误 ; quiz {right yes; points 10; explain 119是火警电话}
multi* 下列哪些行为是错误的 — 楼道充电 · 占用消防通道 · 定期检查灭火器 ; quiz {right a · b; points 20; explain 楼道不得充电}
text 灭火器压力表指针应在哪个区域
unplaced 16: （5分）
unplaced 17: 绿色
`,
  },
  {
    from: '多题型标签串',
    text: `
1. 您的爱好【多选题】【选填】
读书
运动
2. 您的生日 (日期题，必填)
3. 您的住址[填空题][必答]
4. 您的看法（简答题，选填，不超过100字）
`,
    reads: `
multi 您的爱好 — 读书 · 运动
date* 您的生日
text* 您的住址
long-text 您的看法 — maxLength 100
`,
  },
  {
    from: '分页写法',
    text: `
1. 甲[填空题]
=== 分页 ===
2. 乙[填空题]
---分页符---
3. 丙[填空题]
[分页栏]
4. 丁[填空题]
===== 第二页 =====
5. 戊[填空题]
【分页】物业服务
6. 己[填空题]
`,
    reads: `
text 甲
page-break 第 2 页
text 乙
page-break 第 3 页
text 丙
page-break 第 4 页
text 丁
page-break 第 5 页
text 戊
page-break 物业服务
text 己
`,
  },
  {
    from: '评分单选',
    text: `
1. 您对物业的评价[评分单选题]
非常满意（5分）
满意（4分）
一般（3分）
不满意（2分）
2. 您参加的活动[评分多选]
义诊[1分]
讲座[2分]
`,
    reads: `
single* 您对物业的评价 — 非常满意{score 5} · 满意{score 4} · 一般{score 3} · 不满意{score 2}
multi* 您参加的活动 — 义诊{score 1} · 讲座{score 2}
`,
  },
  {
    from: '图片选择',
    text: `
1. 您最喜欢哪个方案？[图片单选题]
方案一
方案二
2. 喜欢哪些（最多选2项）[图片多选题]
图一
图二
图三
`,
    reads: `
image-choice* 您最喜欢哪个方案？ — 方案一 · 方案二
image-choice* 喜欢哪些 — 图一 · 图二 · 图三 ; several true ; max 2
`,
  },
  {
    from: '上传签名位置',
    text: `
1. 上传现场照片[图片上传题]（最多5张）
2. 上传附件[文件上传]
3. 您的位置[地理位置]
4. 录一段话[录音题]
5. 手写签名[绘图题]
6. 房号[门牌题]
7. 所在楼栋[楼栋题]
`,
    reads: `
photo 上传现场照片 — most 5
file 上传附件
location 您的位置
voice 录一段话
signature* 手写签名
unit* 房号 — room true
unit* 所在楼栋
`,
  },
  {
    from: 'NPS',
    text: `
1. 您有多大可能向亲友推荐本小区？
0~10
2. 您愿意把社区食堂推荐给邻居吗？[NPS题]
不愿意~非常愿意
`,
    reads: `
nps* 您有多大可能向亲友推荐本小区？
nps* 您愿意把社区食堂推荐给邻居吗？ — low 不愿意 ; high 非常愿意
`,
  },
  {
    from: 'AI 输出',
    text: `
1. 您的性别
题型：单选题
选项：男、女
是否必填：是

2. 您的建议
题型：多行文本
是否必填：否
`,
    reads: `
single* 您的性别 — 男 · 女
long-text 您的建议
`,
  },
  {
    from: 'Markdown',
    text: `
# 社区食堂需求调查

## 一、基本情况

**1. 您的年龄段**（单选）
- A. 60岁以下
- B. 60-70岁
- C. 70岁以上

**2. 您希望食堂提供哪些服务？**（可多选，最多3项）
- [ ] 堂食
- [ ] 送餐
- [ ] 代购
- [ ] 以上都不需要

## 二、意见建议

**3. 您还有什么建议？**（选填，200字以内）
`,
    reads: `
title: 社区食堂需求调查
note 一、基本情况
single* 您的年龄段 — 60岁以下 · 60-70岁 · 70岁以上
multi* 您希望食堂提供哪些服务？ — 堂食 · 送餐 · 代购 · 以上都不需要{exclusive} ; max 3
note 二、意见建议
long-text 您还有什么建议？ — maxLength 200
`,
  },
  {
    from: 'markdown 表格',
    text: `
1. 请评价[矩阵单选题]
| 项目 | 好 | 一般 | 差 |
| --- | --- | --- | --- |
| 卫生 | | | |
| 治安 | | | |
`,
    reads: `
matrix-single* 请评价 — rows 卫生 · 治安 ; columns 好 · 一般 · 差
unplaced 3: 项目
`,
  },
  {
    from: '英文',
    text: `
Community Survey
1. What is your gender? [单选题]
A. Male
B. Female
2. How satisfied are you with the property service?
Very satisfied
Satisfied
Not satisfied
3. Any suggestions? [填空题]
`,
    reads: `
title: Community Survey
single* What is your gender? — Male · Female
single* How satisfied are you with the property service? — Very satisfied · Satisfied · Not satisfied
text Any suggestions?
`,
  },
  {
    from: 'Word 双倍行距',
    text: `
小区停车问题调查

1. 您家有几辆车？

没有

一辆

两辆及以上

2. 您通常把车停在哪里？

地下车库

地面车位

路边

3. 您希望如何改善停车？
`,
    reads: `
title: 小区停车问题调查
single* 您家有几辆车？ — 没有 · 一辆 · 两辆及以上
single* 您通常把车停在哪里？ — 地下车库 · 地面车位 · 路边
long-text 您希望如何改善停车？
`,
  },
  {
    from: '制表符',
    text: `
1.\t您的性别
A.\t男
B.\t女
2.\t您的年龄
A.\t20岁以下\tB.\t20岁以上
`,
    reads: `
single* 您的性别 — 男 · 女
single* 您的年龄 — 20岁以下 · 20岁以上
`,
  },
];
