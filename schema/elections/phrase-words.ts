// The 256 words of a receipt's phrase (cast.ts): everyday words of two characters that a person of any age reads, says and
// remembers; no two sound alike, even where n and l, h and f, flat and curled sounds are spoken as one. The place of a word is
// its byte: the list never changes, or old receipts would say something else.
export const phraseWords: readonly string[] = `
  青山 细雨 归舟 白云 明月 清风 春草 夏荷 秋叶 冬雪 梅花 兰草 翠竹 松树 柳条 桃子
  苹果 葡萄 西瓜 橘子 樱桃 石榴 柿饼 核桃 花生 红枣 莲藕 白菜 萝卜 茄子 豆腐 南瓜
  冬瓜 生姜 小麦 玉米 高粱 稻谷 棉花 芝麻 蚕豆 蘑菇 海带 紫菜 馒头 饺子 面条 米粉
  汤圆 粽子 月饼 豆浆 牛奶 绿茶 蜂蜜 白糖 锅铲 筷子 茶壶 水杯 毛巾 牙刷 梳子 镜子
  草帽 布鞋 棉袄 围巾 手套 衬衫 剪刀 针线 窗帘 钥匙 门铃 楼梯 阳台 屋顶 瓦片 砖墙
  书桌 沙发 台灯 灯笼 火柴 水桶 竹篮 箩筐 梯田 铅笔 毛笔 墨水 橡皮 书包 字典 地图
  信封 邮票 日历 象棋 风筝 皮球 积木 陀螺 口琴 二胡 鼓声 琵琶 歌谣 戏台 皮影 年画
  春联 窗花 龙舟 舞狮 秧歌 太极 广场 公园 凉亭 小桥 流水 池塘 湖泊 江河 大海 沙滩
  岛屿 草原 森林 田野 山谷 瀑布 泉眼 码头 渔船 彩虹 朝霞 星星 北斗 银河 露珠 晨雾
  霜降 冰花 微风 暖阳 立春 谷雨 芒种 寒露 重阳 端午 元宵 喜鹊 大雁 黄鹂 孔雀 仙鹤
  鸳鸯 水牛 骏马 山羊 花猫 熊猫 大象 老虎 小鹿 骆驼 鲤鱼 金鱼 河虾 贝壳 青蛙 蝴蝶
  蜻蜓 牡丹 玫瑰 茉莉 荷叶 水仙 月季 杜鹃 海棠 丁香 百合 银杏 梧桐 槐树 榕树 枫叶
  杨柳 芦苇 青苔 藤椅 蒲扇 摇篮 单车 火车 轮船 公交 马车 铁轨 石桥 巷口 胡同 篱笆
  菜园 果园 麦田 粮仓 磨坊 炊烟 灶台 晚饭 邻居 朋友 老师 木匠 渔夫 农民 工人 裁缝
  厨师 歌手 画家 学校 车站 菜场 邮局 食堂 操场 教室 粉笔 铃铛 秋千 滑梯 跳绳 篮球
  乒乓 游泳 跑步 登山 钓鱼 种树 读书 写字 唱歌 跳舞 下棋 散步 团圆 平安 健康 快乐
`
  .trim()
  .split(/\s+/);
