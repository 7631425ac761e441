// The words of the interface: what a thing is called, and what it is never called. A resident reads no synonyms, and a
// leader signs no jargon; what only the curious ask for lies under “这些数怎么算的”.
import { expect, test, vi } from 'vitest';
import { problemWords } from '../../../schema/words/problems.ts';
import { pageWords } from '../../../web/fill/words/page-words.ts';
import { scriptWords } from '../../../web/fill/words/script-words.ts';
import { root } from '../../../worker/host/paths.ts';
import { sourcesIn } from '../sources.ts';

const { said, inEnglish } = vi.hoisted(() => ({
  said: [] as [key: string, words: string][],
  inEnglish: [] as [key: string, words: string][],
}));
vi.mock('../../../web/ui/words/dictionary.ts', () => ({
  dictionary(zh: Record<string, string>, en: Record<string, string>) {
    said.push(...Object.entries(zh));
    inEnglish.push(...Object.entries(en));
    return () => '';
  },
}));

/** Never, and what is said instead. */
const instead: readonly (readonly [never: RegExp, instead: string])[] = [
  [/节点|租户/, '辖区'],
  [/用户|受访者/, '您, 居民, 填写人, 工作人员'],
  [/角色绑定|超管/, '权限, 管理员'],
  [/(?<!检查)项目(?!$)|任务/, '活动'],
  [/模型|物料|组件|字段/, '表单, 模板, 题目'],
  [/逻辑表达式/, '什么时候出现'],
  [/上线|下线/, '发布, 截止'],
  [/缓存/, '没填完的'],
  [/配额/, '名额'],
  [/白名单|实名(?!制)|名单库/, '谁来填, 记名, 名册'],
  [/凭证|令牌/, '投票信'],
  [/样本|(?<!演示|金|逐行)数据/, '答卷'],
  [/渠道/, '填写方式'],
  [/流水号/, '回执'],
  [/完成率/, '回收率'],
  [/聚合/, '计数'],
  [/驾驶舱|大屏/, '看板'],
  [/红黄绿灯|KPI/, '等次, 评分项'],
  [/脱敏/, '不足 5 人，不显示'],
  [/快照/, '公布版'],
  [/权重矩阵/, '占比'],
  [/投诉/, '申诉'],
  [/打榜|规则包/, '推选, 推选办法'],
  [/私钥|解密|区块链|哈希|盲签|幂等/, '开箱卡, 公开记录, 校验码'],
  [/扫楼(?![门栋])/, '走访'],
  [/工单|闭环/, '办理, 办得怎么样'],
  [/老人模式/, '大字版'],
  [/日志|留痕/, '操作记录'],
  [/持平/, '看不出变化'],
  [/(?<!application\/)json/i, 'a word for what it is for'],
  [/！|!/, 'a sentence that does not shout'],
];
/** Under “这些数怎么算的” the terms themselves are said. */
const howComputed = /置信区间|方差/;

test('are those of the glossary', async () => {
  for (const { file, text } of sourcesIn('web/board', 'web/print', 'web/staff', 'web/ui'))
    if (/\bdictionary\(/.test(text)) await import(root + file);
  const all = [
    ...said,
    ...Object.entries(pageWords.zh),
    ...Object.entries(scriptWords.zh),
    ...Object.entries(problemWords.zh),
  ];
  expect(all.length).toBeGreaterThan(1500);
  const wrong = all.flatMap(([key, words]) =>
    instead.flatMap(([never, other]) => (never.test(words) ? [`${key}: ${words} → ${other}`] : [])),
  );
  expect(wrong).toEqual([]);
  // Formats of files are for programs, and signs of Chinese are no signs of English.
  expect(inEnglish.filter(([, words]) => /json|[，。；：]/i.test(words))).toEqual([]);
  expect(all.filter(([, words]) => howComputed.test(words)).map(([key]) => key)).toEqual(['howInterval']);
});
