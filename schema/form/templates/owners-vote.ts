// 业主大会表决: by heads and by area (民法典 art. 278). All homes of one owner are one head (法释 2020 art. 9); ballots
// are signed; there is no "follow the majority", which only the owners' own rules could bring in.
import type { Template } from './template.ts';

export const ownersVote: Template = {
  id: 'owners-vote',
  kind: 'owner-vote',
  group: 'deciding',
  summary: {
    zh: '只是一张问卷，不是业主表决：面积由业主自己填，没有名册可查。要算数的，请办业主表决。',
    en: 'A questionnaire and no owner vote: owners write their own area and there is no roll to check it by. For one that counts, hold an owner vote.',
  },
  definition: {
    title: '业主大会表决票',
    intro: '请业主本人填写。几个人共有一套房的，推一位来填。同一位业主有几套房，面积加在一起，人数算一个。',
    thanks:
      '截止后七天内，业主委员会会同社区计票，在小区公示栏写明：总人数和总面积、参加的、同意的各有多少。您可以到社区核对自己的这一票。',
    layout: 'steps',
    questions: [
      {
        id: 'matters',
        type: 'matrix-single',
        title: '下面几件事，您同意吗？',
        hint: '参加的业主，人数和面积都占三分之二以上，表决才算数。第1、2件，参加的人数和面积都过半数同意才通过；第3件，都要四分之三以上同意。',
        required: true,
        rows: [
          { id: 'hire', label: '第1件：续聘现在的物业公司（请改成要表决的事）' },
          { id: 'repair', label: '第2件：用维修资金修屋面（请改成要表决的事）' },
          { id: 'change', label: '第3件：把公共空地改成停车位（请改成要表决的事）' },
        ],
        columns: [
          { id: 'agree', label: '同意' },
          { id: 'against', label: '反对' },
          { id: 'abstain', label: '弃权' },
        ],
      },
      {
        id: 'owner',
        type: 'name',
        title: '业主姓名',
        hint: '和不动产权证上的一样。计票时核对用。',
        required: true,
      },
      {
        id: 'homes',
        type: 'rows',
        title: '您在本小区的房子',
        hint: '面积看不动产权证上的专有部分面积，有几套写几套。',
        required: true,
        max: 10,
        addWord: '再加一套',
        columns: [
          { id: 'door', label: '楼栋和门牌', kind: 'text', required: true },
          { id: 'area', label: '专有部分面积（平方米）', kind: 'number', required: true, min: 0.01 },
        ],
      },
      {
        id: 'area',
        type: 'calculated',
        title: '面积合计',
        unit: '平方米',
        decimals: 2,
        shown: true,
        formula: { total: 'homes' },
      },
      {
        id: 'is_owner',
        type: 'yes-no',
        title: '您是业主本人吗？',
        yes: '是，我就是业主',
        no: '不是，受业主委托',
        required: true,
      },
      {
        id: 'proxy',
        type: 'name',
        title: '受托人姓名',
        required: true,
        showIf: { q: 'is_owner', op: 'equals', value: 'no' },
      },
      {
        id: 'letter',
        type: 'photo',
        title: '委托书照片',
        hint: '要有业主签名，写明委托表决哪几件事。',
        required: true,
        most: 2,
        showIf: { q: 'is_owner', op: 'equals', value: 'no' },
      },
      {
        id: 'sign',
        type: 'signature',
        title: '签名',
        hint: '业主本人签；受委托的，受托人签。',
        required: true,
      },
    ],
  },
};
