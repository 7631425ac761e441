// Owners deciding together, by the Civil Code: the nine matters of article 278 and what each needs.
import type { MatterKind, OwnerRules } from '../owners.ts';
import type { Source } from '../pack.ts';
import { civilCode, ownershipRuling } from './sources.ts';

export const ownerRules: OwnerRules = {
  quorum: {
    num: 2,
    den: 3,
    strict: false,
    sources: [civilCode('第二百七十八条第二款'), civilCode('第一千二百五十九条')],
  },
  ordinary: { num: 1, den: 2, strict: true, sources: [civilCode('第二百七十八条第二款')] },
  special: { num: 3, den: 4, strict: false, sources: [civilCode('第二百七十八条第二款')] },
  heads: { sources: [ownershipRuling('第九条')] },
  area: { sources: [ownershipRuling('第八条')] },
};

/** All that the outcome of a matter rests on, what several rules share as often. */
export const ownerSources = (kind: MatterKind): Source[] =>
  [ownerRules.quorum, ownerRules[kind], ownerRules.heads, ownerRules.area].flatMap(({ sources }) => sources);

export interface Matter {
  /** its number in article 278 */
  item: number;
  kind: MatterKind;
  text: { zh: string; en: string };
}

const matter = (item: number, kind: MatterKind, zh: string, en: string): Matter => ({
  item,
  kind,
  text: { zh, en },
});

export const matters: readonly Matter[] = [
  matter(1, 'ordinary', '制定和修改业主大会议事规则', 'Make or change the rules of the owners’ assembly'),
  matter(2, 'ordinary', '制定和修改管理规约', 'Make or change the management by-laws'),
  matter(
    3,
    'ordinary',
    '选举业主委员会或者更换业主委员会成员',
    'Elect the owners’ committee or replace members',
  ),
  matter(4, 'ordinary', '选聘和解聘物业服务企业或者其他管理人', 'Hire or dismiss the property manager'),
  matter(5, 'ordinary', '使用建筑物及其附属设施的维修资金', 'Use the maintenance fund'),
  matter(6, 'special', '筹集建筑物及其附属设施的维修资金', 'Raise the maintenance fund'),
  matter(7, 'special', '改建、重建建筑物及其附属设施', 'Alter or rebuild buildings and facilities'),
  matter(
    8,
    'special',
    '改变共有部分的用途或者利用共有部分从事经营活动',
    'Change the use of common parts or run a business with them',
  ),
  matter(
    9,
    'ordinary',
    '有关共有和共同管理权利的其他重大事项',
    'Other major matters of common ownership and management',
  ),
];
