// Types that need more than a title: scales, tables, trees, sentences with blanks, tests.
import type { Fragment } from '../text-brief.ts';

export const kinds: readonly Fragment[] = [
  {
    from: '量表各种写法',
    text: `
1. 对物业的满意度[量表题]
非常满意
满意
一般
不满意
非常不满意
2. 对保洁的满意度[量表题]
很不满意 不满意 一般 满意 很满意 不了解
3. 对绿化打分[量表题]
1=很差，5=很好
4. 请打分 0~100
5. 对安保的满意度
非常不满意 1 2 3 4 5 非常满意
6. 对电梯的满意度[反向量表题]
非常不同意~非常同意
7. 您愿意推荐吗[NPS题]
0~10
8. 打几颗星[打分题]
1~10
9. 温度计[滑动条]
0~100
`,
    reads: `
scale* 对物业的满意度 — from 1 ; to 5 ; labels 非常不满意 · 不满意 · 一般 · 满意 · 非常满意
scale* 对保洁的满意度 — from 1 ; to 5 ; labels 很不满意 · 不满意 · 一般 · 满意 · 很满意 ; na true
scale* 对绿化打分 — from 1 ; to 5 ; low 很差 ; high 很好
slider* 请打分 — min 0 ; max 100
scale* 对安保的满意度 — from 1 ; to 5 ; low 非常不满意 ; high 非常满意
scale* 对电梯的满意度 — from 1 ; to 5 ; low 非常同意 ; high 非常不同意
nps* 您愿意推荐吗
rating* 打几颗星 — stars 10
slider* 温度计 — min 0 ; max 100
`,
  },
  {
    from: '二维评价',
    text: `
1. 请您对楼栋长的工作打分（1-5分）
2. 请您对网格员打分（满分10分）
3. 您对志愿服务的满意度（0-100）
`,
    reads: `
scale* 请您对楼栋长的工作打分 — from 1 ; to 5
indicator* 请您对网格员打分 — full 10
slider* 您对志愿服务的满意度 — min 0 ; max 100
`,
  },
  {
    from: '排序比重',
    text: `
1. 请按重要程度排序（选出前三）[排序题]
停车
绿化
安保
卫生
2. 分配100分[比重题]
A. 环境
B. 服务
C. 安全
`,
    reads: `
rank* 请按重要程度排序 — 停车 · 绿化 · 安保 · 卫生 ; places 3
allocate* 分配100分 — 环境 · 服务 · 安全
`,
  },
  {
    from: '多级',
    text: `
1. 您的住址[多级下拉题]
金湖街道
  滨河社区
    1号楼
    2号楼
  东风社区
罗桥街道
  港湖社区
2. 您的地址[级联题]
省/市/区
湖北省/黄石市/大冶市
湖北省/黄石市/西塞山区
`,
    reads: `
cascade* 您的住址 — levels 第一级 · 第二级 · 第三级 ; nodes 金湖街道(滨河社区(1号楼 2号楼) 东风社区) 罗桥街道(港湖社区)
cascade* 您的地址 — levels 省 · 市 · 区 ; nodes 湖北省(黄石市(大冶市 西塞山区))
`,
  },
  {
    from: '填空',
    text: `
1. 我家住在___栋___单元___室，共___口人。
2. The boy {_} a student.[多项填空题]
3. 姓名：________
4. 您的年龄（  ）岁
5. 您对____的看法[填空题]
`,
    reads: `
gap-fill* 我家住在____栋____单元____室，共____口人。 — gaps {kind number} · {kind text} · {kind text} · {kind number}
gap-fill* The boy ____ a student. — gaps {kind text}
name* 姓名
gap-fill* 您的年龄____岁 — gaps {kind number}
gap-fill* 您对____的看法 — gaps {kind text}
`,
  },
  {
    from: '表格题',
    text: `
1. 请填写各设施情况[表格题]
照明 通风 消防
好 一般 差
一单元
二单元
2. 家庭成员[自增表格题]
姓名 年龄 联系电话 与户主关系（配偶/子女/父母）
3. 各楼人数[矩阵数字题]
老人 儿童
1栋
2栋
4. 联系人[矩阵填空题]
姓名 电话
正楼长
副楼长
`,
    reads: `
matrix-dropdown* 请填写各设施情况 — rows 一单元 · 二单元 ; columns 照明{options 好 · 一般 · 差} · 通风{options 好 · 一般 · 差} · 消防{options 好 · 一般 · 差}
rows* 家庭成员 — columns 姓名{kind text} · 年龄{kind number} · 联系电话{kind phone} · 与户主关系{kind choice; options 配偶 · 子女 · 父母}
matrix-number* 各楼人数 — rows 1栋 · 2栋 ; columns 老人 · 儿童
matrix-text* 联系人 — rows 正楼长 · 副楼长 ; columns 姓名 · 电话
`,
  },
  {
    from: '矩阵无标签',
    text: `
1. 请对以下服务进行评价
            很满意  满意  一般  不满意
环境卫生
安全保卫
维修服务
2. 下列说法您是否同意
\t同意\t一般\t不同意
邻里关系和睦\t○\t○\t○
活动丰富\t○\t○\t○
`,
    reads: `
matrix-single* 请对以下服务进行评价 — rows 环境卫生 · 安全保卫 · 维修服务 ; columns 很满意 · 满意 · 一般 · 不满意
matrix-single* 下列说法您是否同意 — rows 邻里关系和睦 · 活动丰富 ; columns 同意 · 一般 · 不同意
`,
  },
  {
    from: '考试卷',
    text: `
垃圾分类知识竞赛
一、单选题（每题2分，共3题）
1、废电池属于（ B ）
A.可回收物 B.有害垃圾 C.厨余垃圾 D.其他垃圾
2、大棒骨属于（  ）
A.可回收物
B.有害垃圾
C.厨余垃圾
D.其他垃圾
答案：D
解析：大棒骨不易腐烂
二、多选题（每题4分）
3、下列属于可回收物的有（ABD）
A.旧报纸
B.易拉罐
C.剩饭
D.玻璃瓶
三、判断题
4、过期药品是有害垃圾。（对）
5、湿纸巾是可回收物。（×）
四、简答题
6、谈谈您对垃圾分类的看法。（10分）
`,
    reads: `
title: 垃圾分类知识竞赛
note 一、单选题（每题2分，共3题）
single* 废电池属于 — 可回收物 · 有害垃圾 · 厨余垃圾 · 其他垃圾 ; quiz {right b; points 2}
single* 大棒骨属于 — 可回收物 · 有害垃圾 · 厨余垃圾 · 其他垃圾 ; quiz {right d; points 2; explain 大棒骨不易腐烂}
note 二、多选题（每题4分）
multi* 下列属于可回收物的有 — 旧报纸 · 易拉罐 · 剩饭 · 玻璃瓶 ; quiz {right a · b · d; points 4}
note 三、判断题
yes-no* 过期药品是有害垃圾。 — quiz {right yes; points 1}
yes-no* 湿纸巾是可回收物。 — quiz {right no; points 1}
note 四、简答题
long-text 谈谈您对垃圾分类的看法。
unplaced 23: （10分）
`,
  },
  {
    from: '问卷星 考试填空',
    text: `
6、这是一道填空题，{第一空答案}，{第二空答案} [填空题][5分]
7、违约责任具有的特点是（\u3000B\u3000） [单选题][6分]
A.既包括合同订立阶段的缔约过失责任
B.只能在合同当事人之间发生
`,
    reads: `
gap-fill* 这是一道填空题，____，____ — gaps {kind text} · {kind text}
single* 违约责任具有的特点是 — 既包括合同订立阶段的缔约过失责任 · 只能在合同当事人之间发生 ; quiz {right b; points 6}
unplaced 2: 第一空答案
unplaced 2: 第二空答案
unplaced 2: [5分]
`,
  },
  {
    from: '多选 正确答案',
    text: `
1. 发现高空抛物应当（3分）[多选题]
A. 及时制止（正确答案）
B. 拍照取证（正确答案）
C. 视而不见
解析：可拨打110
2. 电动车可以进楼道充电吗？[判断题]（2分）
正确答案：错
`,
    reads: `
multi* 发现高空抛物应当 — 及时制止 · 拍照取证 · 视而不见 ; quiz {right a · b; points 3; explain 可拨打110}
yes-no* 电动车可以进楼道充电吗？ — quiz {right no; points 2}
`,
  },
  {
    from: '测试 答案互相矛盾',
    text: `
垃圾分类测试
1. 发现高空抛物应当
A. 及时制止（正确答案）
B. 拍照取证（正确答案）
C. 视而不见
2. 废电池属于[单选题]
A. 可回收物（正确答案）
B. 有害垃圾（正确答案）
3. 厨余垃圾桶的颜色[单选题]
A. 绿色
B. 蓝色
答案：AB
4. 应当怎么做（最多选1项）[多选题]
A. 报警（正确答案）
B. 喊人（正确答案）
C. 以上都没有
5. 谁该来做（至少选3项）[多选题]
A. 居民（正确答案）（互斥）
B. 物业（正确答案）
C. 社区
6. 过期药品是有害垃圾[判断题]
A. 对（正确答案）
B. 错（正确答案）
7. 请按重要程度排序[排序题]
停车
绿化（正确答案）
8. 废灯管属于（ A ）
A. 有害垃圾
B. 其他垃圾
答案：B
`,
    reads: `
title: 垃圾分类测试
multi* 发现高空抛物应当 — 及时制止 · 拍照取证 · 视而不见 ; quiz {right a · b; points 1}
single* 废电池属于 — 可回收物 · 有害垃圾
single* 厨余垃圾桶的颜色 — 绿色 · 蓝色
multi* 应当怎么做 — 报警 · 喊人 · 以上都没有{exclusive} ; quiz {right a · b; points 1}
multi* 谁该来做 — 居民 · 物业 · 社区 ; quiz {right a · b; points 1}
yes-no* 过期药品是有害垃圾 — yes 对 ; no 错
rank* 请按重要程度排序 — 停车 · 绿化
single* 废灯管属于 — 有害垃圾 · 其他垃圾 ; quiz {right b; points 1}
unplaced 8: （正确答案）
unplaced 9: （正确答案）
unplaced 13: AB
unplaced 14: （最多选1项）
unplaced 18: （至少选3项）
unplaced 19: （互斥）
unplaced 23: （正确答案）
unplaced 24: （正确答案）
unplaced 27: （正确答案）
unplaced 28: A
`,
  },
  {
    from: '名额 占不到的',
    text: `
1. 请排序[排序题]
停车（限3人）
绿化
2. 分配100分[比重题]
停车（限30人）
绿化（限50人）
3. 领取时段[下拉题]
上午（限20人）
其他____（限2人）
`,
    reads: `
rank* 请排序 — 停车 · 绿化
allocate* 分配100分 — 停车 · 绿化
dropdown* 领取时段 — 上午{quota 20} · 其他{quota 2; text}
unplaced 3: （限3人）
unplaced 6: （限30人）
unplaced 7: （限50人）
`,
  },
  {
    from: '两种题型 空里的话',
    text: `
1. 您常用的门[单选题][多选题]
A. 东门
B. 西门
2. 您常走的路[单选题]
题型：多行文本
A. 大路
B. 小路
3. 楼道里的{灯，数字，几盏}要{开的时候，关的时候}
4. 住址[级联题]
A.
  滨河社区
5. 您家的车
（选填，没有车的不写）
`,
    reads: `
single* 您常用的门 — 东门 · 西门
single* 您常走的路 — 大路 · 小路
gap-fill* 楼道里的____要____ — gaps 灯{kind number} · 开的时候{kind text}
cascade* 住址 — levels 第一级 · 第二级 ; nodes （空）(滨河社区)
text 您家的车 ‹没有车的不写›
unplaced 2: [多选题]
unplaced 6: 题型：多行文本
unplaced 9: 几盏
unplaced 9: 关的时候
`,
  },
];
