// Words for the values that data carries: kinds of areas and campaigns, roles, states, channels. What is not known
// here is data and is shown as it is written.
import type { Role } from '../../../schema/api/endpoint.ts';
import { dictionary } from './dictionary.ts';

const unit = dictionary(
  {
    city: '市',
    street: '街道',
    community: '社区',
    grid: '网格',
    estate: '小区',
    building: '楼栋',
    stairwell: '单元',
    place: '点位',
  },
  {
    city: 'City',
    street: 'Street',
    community: 'Community',
    grid: 'Grid',
    estate: 'Estate',
    building: 'Building',
    stairwell: 'Stairwell',
    place: 'Place',
  },
);
export const unitKinds = [
  'city',
  'street',
  'community',
  'grid',
  'estate',
  'building',
  'stairwell',
  'place',
] as const;
export type UnitKind = (typeof unitKinds)[number];
const known = (kind: string): UnitKind | undefined => unitKinds.find((one) => one === kind);
/** From the city down; kinds that are not known here come last. */
export const kindRank = (kind: string): number => {
  const found = known(kind);
  return found ? unitKinds.indexOf(found) : unitKinds.length;
};
export const unitKindWord = (kind: string): string => {
  const found = known(kind);
  return found ? unit(found) : kind;
};

/** `3 个社区`, `27 栋`: a number with the measure word of its kind. */
const counted = dictionary(
  {
    city: '{n} 个市',
    street: '{n} 个街道',
    community: '{n} 个社区',
    grid: '{n} 个网格',
    estate: '{n} 个小区',
    building: '{n} 栋',
    stairwell: '{n} 个单元',
    place: '{n} 个点位',
    other: '{n} 个{kind}',
  },
  {
    city: '{n} {n|city|cities}',
    street: '{n} {n|street|streets}',
    community: '{n} {n|community|communities}',
    grid: '{n} {n|grid|grids}',
    estate: '{n} {n|estate|estates}',
    building: '{n} {n|building|buildings}',
    stairwell: '{n} {n|stairwell|stairwells}',
    place: '{n} {n|place|places}',
    other: '{n} {kind}',
  },
);
export const countedUnits = (kind: string, n: number): string =>
  counted(known(kind) ?? 'other', { n: n.toLocaleString('en-US'), kind });

const campaign = dictionary(
  { survey: '调查', evaluation: '评选', election: '推选', 'owner-vote': '表决' },
  { survey: 'Survey', evaluation: 'Evaluation', election: 'Election', 'owner-vote': 'Owner vote' },
);
export const campaignKindWord = (kind: 'survey' | 'evaluation' | 'election' | 'owner-vote') => campaign(kind);

const opinion = dictionary(
  {
    election: '没有核对谁来投，也没有保证一户一票：这是大家的意见，不是选举结果。',
    'owner-vote': '没有核对是不是业主，也没有按人数和专有面积计票：这是大家的意见，不是业主大会的表决。',
  },
  {
    election:
      'Nobody checked who voted or that each household had one vote: this is an opinion, not the result of an election.',
    'owner-vote':
      'Nobody checked who is an owner, and heads and areas were not counted: this is an opinion, not a vote of the owners.',
  },
);
/** What anyone could answer is no ballot, whatever it is called; undefined where nothing of the kind has to be said. */
export const opinionWord = (run: { kind: string; access: string }): string | undefined =>
  run.access === 'anyone' && (run.kind === 'election' || run.kind === 'owner-vote')
    ? opinion(run.kind)
    : undefined;

const form = dictionary(
  { survey: '问卷', evaluation: '评选表', election: '选票', 'owner-vote': '表决票' },
  {
    survey: 'Questionnaire',
    evaluation: 'Evaluation form',
    election: 'Ballot',
    'owner-vote': 'Owner ballot',
  },
);
export const formKindWord = (kind: 'survey' | 'evaluation' | 'election' | 'owner-vote') => form(kind);

const role = dictionary(
  { admin: '管理员', editor: '经办人', helper: '帮办员', leader: '负责人（只看）' },
  { admin: 'Admin', editor: 'Organiser', helper: 'Helper', leader: 'Leader (view)' },
);
export const roleWord = (one: Role) => role(one);

const mayDo = dictionary(
  {
    admin: '经办人能做的都能做，还管辖区和工作人员',
    editor: '做表单、办活动、看答卷、导出',
    helper: '打印海报，看各处收了多少；看不到答卷',
    leader: '看收了多少和看板；不能改，看不到答卷',
  },
  {
    admin: 'All that an organiser does, and manages areas and staff',
    editor: 'Makes forms, runs campaigns, reads and exports answers',
    helper: 'Prints posters, sees how many came in; reads no answers',
    leader: 'Sees how many came in and the board; changes nothing, reads no answers',
  },
);
/** What somebody with this role may do, in one line. */
export const roleSays = (one: Role) => mayDo(one);

const phase = dictionary(
  { coming: '还没开始', open: '正在填', paused: '已暂停', closed: '已截止' },
  { coming: 'Not open yet', open: 'Open', paused: 'Paused', closed: 'Closed' },
);
/** The mark beside it never stands alone: shape and word. */
export const phaseMark = { coming: '○', open: '◐', paused: '▲', closed: '●' } as const;
export const phaseWord = (one: keyof typeof phaseMark) => phase(one);

const channel = dictionary(
  { self: '本人填', assisted: '代填', paper: '纸质' },
  { self: 'Self', assisted: 'Assisted', paper: 'Paper' },
);
export const channels = ['self', 'assisted', 'paper'] as const;
export const channelWord = (one: string): string => {
  const found = channels.find((candidate) => candidate === one);
  return found ? channel(found) : one;
};

const access = dictionary(
  { anyone: '谁都能填', household: '每户一份', roll: '名册里的人' },
  { anyone: 'Anyone', household: 'One per household', roll: 'People on the roll' },
);
export const accessWord = (one: 'anyone' | 'household' | 'roll') => access(one);
