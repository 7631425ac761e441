// The texts that the rule packs cite. Where an article was read, in which edition; where it was only told of, or nothing
// was found, the words say so: staff and residents read them.
import type { Source } from '../pack.ts';

type Cited = (article: string) => Source;

const statute =
  (zh: string, en: string): Cited =>
  (article) => ({ text: { zh, en }, article, standing: 'statute', verified: true });

/** Organic Law of the Villagers' Committees */
export const villageLaw = statute(
  '中华人民共和国村民委员会组织法（2018 年修正）',
  'Organic Law of the Villagers’ Committees (2018)',
);
/** Election Law of people's congresses: what it says of direct elections */
export const congressLaw = statute(
  '中华人民共和国全国人民代表大会和地方各级人民代表大会选举法',
  'Electoral Law of the People’s Congresses',
);
export const zhejiang = statute(
  '浙江省村民委员会选举办法（2012 年修订）',
  'Zhejiang Measures for Villagers’ Committee Elections (2012)',
);
export const shanghai = statute(
  '上海市村民委员会选举办法（2020 年修正）',
  'Shanghai Measures for Villagers’ Committee Elections (2020)',
);
export const beijing = statute(
  '北京市村民委员会选举办法（2012 年修订）',
  'Beijing Measures for Villagers’ Committee Elections (2012)',
);
export const civilCode = statute('中华人民共和国民法典', 'Civil Code');
/** Interpretation on differentiated ownership of buildings, 2020 */
export const ownershipRuling = statute(
  '最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释（2020 年修正）',
  'Supreme People’s Court Interpretation on Condominium Ownership (2020)',
);

/** The text rules a like vote, and this one follows it. */
export const like = (source: Source): Source => ({ ...source, standing: 'analogy' });

/** Told of by others; the article itself was not read. */
export const unread = (zh: string, en: string, article: string | null): Source => ({
  text: { zh: `${zh}（原文待核对）`, en: `${en} (text to be checked)` },
  article,
  standing: 'statute',
  verified: false,
});

/** Nothing in the law was found that settles it. */
export const local: Source = {
  text: { zh: '本地规则，由组织者决定', en: 'Local rule, set by the organiser' },
  article: null,
  standing: 'local',
  verified: false,
};

/** The law is silent; how its words were read. */
export const reading = (zh: string, en: string): Source => ({
  text: { zh: `法律没有写明，按此理解：${zh}`, en: `The law is silent; read as: ${en}` },
  article: null,
  standing: 'local',
  verified: false,
});
