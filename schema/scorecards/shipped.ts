// Scorecards to start from. They name no form: which one is meant is chosen once when a card is made of them.
import type { Body, Measure, Source } from './body.ts';
import type { PeriodKind } from './period.ts';

interface Named {
  zh: string;
  en: string;
}
export interface Shipped {
  id: string;
  title: Named;
  /** what it tells, in a sentence */
  says: Named;
  period: PeriodKind;
  measures: readonly { title: Named; source: Source; better?: 'lower' }[];
}

const overall = { kind: 'overall', form: '' } as const;
const participation = { kind: 'participation', form: '' } as const;
const satisfaction = { title: { zh: '满意度得分', en: 'Satisfaction score' }, source: overall } as const;
const took = { title: { zh: '参与', en: 'Participation' }, source: participation } as const;
const elected = {
  title: { zh: '推选出了结果的', en: 'Contests with a result' },
  source: { kind: 'election', what: 'announced' },
} as const;
const turnout = {
  title: { zh: '推选参选率', en: 'Turnout of contests' },
  source: { kind: 'election', what: 'turnout' },
} as const;
const ownerVotes = {
  title: { zh: '业主表决有结果的', en: 'Owner votes with a result' },
  source: { kind: 'owner-vote', what: 'announced' },
} as const;
const ownersTook = {
  title: { zh: '业主表决参与', en: 'Turnout of owner votes' },
  source: { kind: 'owner-vote', what: 'turnout' },
} as const;
const evaluated = {
  title: { zh: '评选得分', en: 'Evaluation score' },
  source: { kind: 'evaluation' },
} as const;
const minutes = {
  title: { zh: '问卷占居民的时间', en: 'Time that forms ask of residents' },
  source: { kind: 'burden', what: 'minutes' },
  better: 'lower',
} as const;
const runs = {
  title: { zh: '办了几次调查', en: 'Number of runs' },
  source: { kind: 'burden', what: 'runs' },
  better: 'lower',
} as const;
const reported = (zh: string, en: string, suffix: string) => ({
  title: { zh, en },
  source: { kind: 'reported', suffix } as const,
});

export const shipped: readonly Shipped[] = [
  {
    id: 'monthly',
    title: { zh: '城市社区治理月度记分卡', en: 'Monthly scorecard of neighbourhood governance' },
    says: {
      zh: '满意度、参与、推选、业主表决、评选、给居民和基层添的负担，一页看全。',
      en: 'Satisfaction, participation, elections, owner votes, evaluations and the burden on residents, on one page.',
    },
    period: 'month',
    measures: [
      satisfaction,
      took,
      elected,
      turnout,
      ownerVotes,
      evaluated,
      minutes,
      runs,
      reported('楼栋服务小组在岗', 'People in building service teams', '人'),
    ],
  },
  {
    id: 'satisfaction',
    title: { zh: '满意度记分卡', en: 'Satisfaction scorecard' },
    says: {
      zh: '一张问卷的总得分，多少人参与。',
      en: 'The overall score of one form and how many took part.',
    },
    period: 'quarter',
    measures: [satisfaction, took],
  },
  {
    id: 'civilized',
    title: { zh: '文明楼栋记分卡', en: 'Civilized building scorecard' },
    says: {
      zh: '楼栋评选的终评得分，加上问卷的得分和参与、检查扣分（填报）。',
      en: 'Final score of the evaluation of buildings, score and participation of a form, and deductions of inspections as reported.',
    },
    period: 'month',
    measures: [
      evaluated,
      { title: { zh: '居民打分', en: 'Score by residents' }, source: overall },
      took,
      { ...reported('检查扣分', 'Deductions of inspections', '分'), better: 'lower' },
    ],
  },
  {
    id: 'election',
    title: { zh: '推选进度记分卡', en: 'Election progress scorecard' },
    says: {
      zh: '多少楼栋推选出了结果，多少人参加。',
      en: 'How many contests have a result and how many took part.',
    },
    period: 'quarter',
    measures: [elected, turnout],
  },
  {
    id: 'participation',
    title: { zh: '参与记分卡', en: 'Participation scorecard' },
    says: {
      zh: '问卷、推选、业主表决各有多少人参加。',
      en: 'How many took part in forms, contests and owner votes.',
    },
    period: 'month',
    measures: [took, turnout, ownersTook],
  },
  {
    id: 'burden',
    title: { zh: '社区减负记分卡', en: 'Community burden scorecard' },
    says: {
      zh: '这一期办了几次调查，每户要花几分钟；报表数由社区填报。',
      en: 'How many runs there were, what minutes they ask of a household, and the returns that communities report.',
    },
    period: 'month',
    measures: [
      runs,
      minutes,
      { ...reported('上级要的报表', 'Returns asked for from above', '张'), better: 'lower' },
    ],
  },
  {
    id: 'team',
    title: { zh: '楼栋服务小组记分卡', en: 'Building service team scorecard' },
    says: {
      zh: '岗位配齐多少、本期办了多少件事，由社区填报，写明来源。',
      en: 'Posts filled and matters dealt with, as communities report them with their source.',
    },
    period: 'month',
    measures: [
      reported('应设岗位', 'Posts', '个'),
      reported('在岗人数', 'Posts filled', '人'),
      reported('本期办理', 'Matters dealt with', '件'),
    ],
  },
];

/** A body to change: measures numbered in their order, all of one form. */
export const bodyFrom = (from: Shipped, language: keyof Named, form: string): Body => ({
  period: from.period,
  picks: [],
  measures: from.measures.map(
    ({ title, source, better }, at): Measure => ({
      id: `m${at + 1}`,
      title: title[language],
      source: 'form' in source ? { ...source, form } : source,
      weight: 0,
      better: better ?? 'higher',
      target: null,
      fair: null,
    }),
  ),
});

/** Whether a card asks for a form to be chosen. */
export const needsForm = ({ measures }: Pick<Body, 'measures'> | Shipped): boolean =>
  measures.some(({ source }) => 'form' in source && source.form === '');
