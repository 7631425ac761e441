// For every endpoint of the contract: a request that is valid in the test city's east branch, with objects of its own,
// so that walking all of them never meets what an earlier request used up. A new endpoint needs an entry here.
import type { Endpoint } from '../../schema/api/endpoint.ts';
import { placeDay } from '../../schema/day.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { thirtyAnswers, thirtyQuestions } from '../property/sample.ts';
import { type City, type Client, day, fileId, must, type Reply, responseId } from './city.ts';
import { countedAs, electionOf, standing, today, wanted } from './election-of.ts';
import { agree, batchOf, counted, onTheSpot, sheetOf } from './on-the-spot.ts';
import {
  type EvaluationAt,
  asked as evaluationOf,
  type PlantedEvaluation,
  plantEvaluation,
  stepTo,
  tieRules,
} from './planted-evaluation.ts';
import { type OwnerVoteAt, type PlantedVote, plantOwnerVote, signatureOf } from './planted-owner-vote.ts';
import {
  ballotOf,
  checkIn,
  closeBox,
  commit,
  commitBody,
  forOne,
  freezeOf,
  fresh,
  keysBody,
  newKeys,
  openBox,
  openBy,
  type Planted,
  plantSealed,
  proofBody,
  signAll,
  signaturesBody,
  vote,
} from './sealed-election.ts';

interface Request {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Objects of the branch e1 that requests may use up. */
export interface Branch {
  city: City;
  unit: string;
  form(): Promise<{ form: string; rev: number }>;
  published(): Promise<{ form: string; rev: number }>;
  campaign(): Promise<{ id: string; slug: string }>;
  /** an open campaign that asks for a photo, and an answer with one */
  photographed(): Promise<{ campaign: string; slug: string; response: string; file: string }>;
  /** an open campaign with ten answers from b1 and b3 */
  answered(): Promise<{ id: string; slug: string; response: string; receipt: string }>;
  building(): Promise<{ unit: string; rev: number }>;
  account(): Promise<{ staff: string; rev: number }>;
  token(campaign: string): Promise<{ token: string; share: string }>;
  template(): Promise<string>;
  banked(): Promise<string>;
  preview(): Promise<{ form: string; preview: string }>;
  /** a draft roll of households with two doors of b1 */
  roll(): Promise<{ roll: string; rev: number; entry: string }>;
  /** the same once it is final */
  finalRoll(): Promise<{ roll: string; entry: string }>;
  /** a contest in preparation in b3, with a roll and tellers who are ready */
  sealed(): Promise<Planted>;
  /** the same, open for voting */
  voting(): Promise<Planted>;
  /** the same with a ballot in it, closed */
  closed(): Promise<Planted>;
  /** a vote of owners, prepared, posted, open, or over and counted; its owner has two units of b1, and a letter */
  ownerVote(state: OwnerVoteAt): Promise<PlantedVote>;
  /** an evaluation of b1, b2 and b3 with three raters and a household of b1 */
  evaluation(state: EvaluationAt): Promise<PlantedEvaluation>;
}

/** The smallest picture: one grey point. */
export const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const photoForm: Definition = {
  title: '拍照',
  layout: 'pages',
  questions: [{ id: 'photo', type: 'photo', title: '拍一张照片', most: 2 }],
};
export const photoHeaders = {
  'x-linli-question': 'photo',
  'x-linli-version': '1',
  'x-linli-name': encodeURIComponent('楼道.png'),
};

let made = 0;
export function branchOf(city: City, unit = 'e1'): Branch {
  const mayor = city.as('mayor');
  const branch: Branch = {
    city,
    unit,
    async form() {
      const form = must(
        await mayor('POST', `/api/units/${unit}/forms`, { kind: 'survey', definition: thirtyQuestions() }),
      );
      return { form: form.id, rev: form.rev };
    },
    published: () => city.publishForm(thirtyQuestions(), 'mayor', unit),
    async campaign() {
      const { form } = await branch.published();
      return city.openCampaign(form, { unit });
    },
    async answered() {
      const run = await branch.campaign();
      const replies = await Promise.all(
        Array.from({ length: 12 }, async (_, seed) => {
          const id = responseId();
          const reply = await city.anyone(
            'PUT',
            `/api/campaigns/${run.slug}/responses/${id}`,
            {
              version: 1,
              unit: seed % 2 ? 'b1' : 'b3',
              answers: thirtyAnswers(seed),
            },
            { 'cf-connecting-ip': `10.6.0.${seed}.${++made}` },
          );
          return { response: id, receipt: String(must(reply).receipt) };
        }),
      );
      const [one] = replies;
      if (!one) throw new Error('nobody answered');
      return { ...run, ...one };
    },
    async photographed() {
      const { form } = await city.publishForm(photoForm, 'mayor', unit);
      const { id: campaign, slug } = await city.openCampaign(form, { unit });
      const [response, file] = [responseId(), fileId()];
      const at = `/api/campaigns/${slug}/responses/${response}`;
      must(await city.anyone('PUT', `${at}/files/${file}`, png, photoHeaders));
      const answers = { photo: [file] };
      must(await city.anyone('PUT', at, { version: 1, unit: 'b1', answers }));
      return { campaign, slug, response, file };
    },
    async building() {
      const code = `x${++made}`;
      const built = must(
        await mayor('POST', `/api/units/${unit}/children`, {
          kind: 'building',
          name: code,
          code,
          households: 3,
        }),
      );
      return { unit: built.id, rev: built.rev };
    },
    async account() {
      const created = must(
        await mayor('POST', `/api/units/${unit}/staff`, {
          login: `person${++made}`,
          name: '某人',
          grants: [{ role: 'helper', unit }],
        }),
      );
      return { staff: created.account.id, rev: created.account.rev };
    },
    async token(campaign) {
      const shared = must(
        await mayor('POST', `/api/campaigns/${campaign}/units/${unit}/shares`, { days: 3 }),
      );
      return { token: String(shared.link).split('#')[1] ?? '', share: shared.share.id };
    },
    async template() {
      const { form } = await branch.published();
      return must(await mayor('PUT', `/api/forms/${form}/templates/${unit}`, { summary: '一句话' })).id;
    },
    async banked() {
      const question = thirtyQuestions().questions[0];
      return must(await mayor('POST', `/api/units/${unit}/bank`, { question, shared: true })).id;
    },
    async preview() {
      const { form } = await branch.form();
      return { form, preview: must(await mayor('POST', `/api/forms/${form}/previews`, {})).preview.id };
    },
    async roll() {
      const body = { kind: 'household', title: '户名册', note: '' };
      const roll = must(await mayor('POST', `/api/units/${unit}/rolls`, body)).id;
      const rows = ['101', '102'].map((door, row) => ({ row, unit: 'b1', stairwell: '1', door, name: '' }));
      must(await mayor('POST', `/api/rolls/${roll}/import`, { rows, dryRun: false }));
      const { entries } = must(await mayor('GET', `/api/rolls/${roll}/entries`));
      const drafted = must(await mayor('GET', `/api/rolls/${roll}`)).roll.rev;
      const { rev } = must(
        await mayor('PATCH', `/api/rolls/${roll}`, { rev: drafted, postedAt: Date.now() }),
      );
      return { roll, rev, entry: entries[0].id };
    },
    async finalRoll() {
      const { roll, rev, entry } = await branch.roll();
      must(await mayor('POST', `/api/rolls/${roll}/freeze`, { rev }));
      return { roll, entry };
    },
    sealed: () => plantSealed(city, { unit, building: 'b3', doors: 2, tellers: 2 }),
    async voting() {
      const sealed = await branch.sealed();
      await openBox(sealed);
      return sealed;
    },
    async closed() {
      const voting = await branch.voting();
      const frozen = await freezeOf(voting);
      const elector = await checkIn(voting, frozen.freeze, voting.letters[0] ?? never());
      must(await vote(voting, frozen, elector, forOne(voting.candidates[0] ?? '')));
      await closeBox(voting);
      return voting;
    },
    ownerVote: (state) => plantOwnerVote(city, state, { unit }),
    evaluation: (state) => plantEvaluation(city, state, { unit }),
  };
  return branch;
}

const atUnit = (branch: Branch) => ({ params: { unit: branch.unit } });
const withCampaign = async (branch: Branch) => ({
  params: { campaign: (await branch.campaign()).id, unit: branch.unit },
});
const withAnswers = async (branch: Branch) => ({
  params: { campaign: (await branch.answered()).id, unit: branch.unit },
});
const oneResponse = async (branch: Branch) => {
  const { id, response } = await branch.answered();
  return { campaign: id, response };
};

const withLink = async (branch: Branch) => ({
  body: { link: (await branch.sealed()).tellers[0]?.link },
});
const oneTeller = async (branch: Branch) => {
  const { election, tellers } = await branch.sealed();
  return { election, teller: tellers[0]?.id ?? '' };
};
const subjectIn = async (branch: Branch, state: EvaluationAt) => {
  const { evaluation, subjects } = await branch.evaluation(state);
  return { evaluation, subject: subjects.b1 ?? '' };
};
const raterIn = async (branch: Branch) => {
  const { evaluation, raters } = await branch.evaluation('draft');
  return { params: { evaluation, rater: raters[0]?.id ?? '' } };
};
const never = (): never => {
  throw new Error('nobody is there');
};

/** A contest counted from paper. */
async function countedByHand(city: City): Promise<string> {
  const spot = await onTheSpot(city);
  await agree(city, spot.contest, sheetOf(spot));
  await counted(city, spot.contest);
  return spot.contest;
}

/** An objection to the result that was upheld. */
export async function upheld(city: City, contest: string): Promise<string> {
  const mayor = city.as('mayor');
  const path = `/api/contests/${contest}/objections`;
  const { id } = must(await mayor('POST', path, { about: 'result', words: '请再数一遍', saidBy: '赵敏' }));
  must(await mayor('PATCH', `${path}/${id}`, { state: 'upheld', answer: '当众再数一遍' }));
  return id;
}

/** A contest with two entries of its roll. */
async function withNeighbours({ city, roll: makeRoll }: Branch) {
  const { roll } = await makeRoll();
  const { contest } = await onTheSpot(city, { roll });
  const { electors } = must(await city.as('mayor')('GET', `/api/contests/${contest}/proxies`));
  return { contest, one: electors[0].entry, other: electors[1].entry };
}

export const monthNow = () => placeDay(Date.now()).slice(0, 7);
/** One reported figure: what needs no answers. */
export const cardBody = () => ({
  period: 'month',
  measures: [
    {
      id: 'posts',
      title: '在岗人数',
      source: { kind: 'reported', suffix: '人' },
      weight: 0,
      better: 'higher',
      target: null,
      fair: null,
    },
  ],
  picks: [],
});
async function composedCard({ city, unit }: Branch): Promise<{ id: string; rev: number }> {
  const body = { title: '月度记分卡', body: cardBody(), template: false };
  return must(await city.as('mayor')('POST', `/api/units/${unit}/scorecards`, body));
}
const withComposed = async (branch: Branch) => ({
  params: { unit: branch.unit, scorecard: (await composedCard(branch)).id },
});
/** A run with answers that is over. */
async function finishedRun(branch: Branch): Promise<string> {
  const { id } = await branch.answered();
  const mayor = branch.city.as('mayor');
  const { rev } = must(await mayor('GET', `/api/campaigns/${id}`));
  must(await mayor('PATCH', `/api/campaigns/${id}`, { rev, state: 'closed' }));
  return id;
}
/** Reads a card as it would be signed and asks for just that. */
export async function signing(
  city: City,
  unit: string,
  about: Record<string, string>,
  more: object = {},
): Promise<object> {
  const read = await city.as('mayor')('GET', `/api/units/${unit}/issue?${new URLSearchParams(about)}`);
  return {
    about,
    seen: read.body?.seen ?? '',
    signer: '王主任',
    organiser: '滨河社区居委会',
    corrects: null,
    reason: '',
    ...more,
  };
}

/** By endpoint id. */
export const requests: Record<string, (branch: Branch) => Promise<Request> | Request> = {
  signIn: () => ({ body: { login: 'nobody', password: 'wrong-password' } }),
  whoAmI: () => ({}),
  signOut: () => ({}),
  changePassword: () => ({ body: { current: 'old-password', next: 'a-new-long-password' } }),
  acceptInvitation: () => ({ body: { token: 'no-such-token', password: 'a-new-long-password' } }),

  listStaff: atUnit,
  createStaff: (branch) => ({
    ...atUnit(branch),
    body: { login: `made${++made}`, name: '新人', grants: [{ role: 'helper', unit: branch.unit }] },
  }),
  importStaff: (branch) => ({
    ...atUnit(branch),
    body: { rows: [{ login: `made${++made}`, name: '新人', role: 'helper', unitCode: branch.unit }] },
  }),
  updateStaff: async (branch) => {
    const { staff, rev } = await branch.account();
    return { params: { staff }, body: { rev, name: '改名' } };
  },
  resetStaff: async (branch) => ({ params: { staff: (await branch.account()).staff }, body: {} }),

  searchUnits: () => ({ query: { search: 'b1' } }),
  getUnit: atUnit,
  listSubtree: atUnit,
  createUnit: (branch) => ({ ...atUnit(branch), body: { kind: 'grid', name: '新网格', code: `n${++made}` } }),
  updateUnit: async (branch) => {
    const { unit, rev } = await branch.building();
    return { params: { unit }, body: { rev, name: '改名' } };
  },
  moveUnit: async (branch) => {
    const { unit, rev } = await branch.building();
    return { params: { unit }, body: { rev, parent: 'e1g' } };
  },
  retireUnit: async (branch) => {
    const { unit, rev } = await branch.building();
    return { params: { unit }, body: { rev } };
  },
  restoreUnit: async (branch) => {
    const { unit, rev } = await branch.building();
    const retired = await branch.city.as('mayor')('POST', `/api/units/${unit}/retire`, { rev });
    return { params: { unit }, body: { rev: must(retired).rev } };
  },
  importUnits: (branch) => ({
    ...atUnit(branch),
    body: {
      file: { text: `kind,name,code,parent,households\ngrid,又一格,i${++made},${branch.unit},0\n` },
      dryRun: false,
    },
  }),
  replaceBuildingCode: async (branch) => ({ params: { unit: (await branch.building()).unit }, body: {} }),

  listForms: () => ({}),
  createForm: (branch) => ({ ...atUnit(branch), body: { kind: 'survey', definition: thirtyQuestions() } }),
  getForm: async (branch) => ({ params: { form: (await branch.form()).form } }),
  joinEditors: async (branch) => {
    const { form } = await branch.form();
    return { params: { form }, body: { window: 'a-window-of-one' } };
  },
  saveDraft: async (branch) => {
    const { form, rev } = await branch.form();
    return { params: { form }, body: { rev, definition: { ...thirtyQuestions(), title: '改过' } } };
  },
  publishForm: async (branch) => {
    const { form, rev } = await branch.form();
    return { params: { form }, body: { rev } };
  },
  listVersions: async (branch) => ({ params: { form: (await branch.published()).form } }),
  getVersion: async (branch) => ({ params: { form: (await branch.published()).form, number: '1' } }),
  archiveForm: async (branch) => {
    const { form, rev } = await branch.form();
    return { params: { form }, body: { rev, archived: true } };
  },

  listTemplates: () => ({}),
  getTemplate: async (branch) => ({ params: { template: await branch.template() } }),
  setTemplate: async (branch) => ({
    params: { form: (await branch.published()).form, unit: branch.unit },
    body: { summary: '一句话' },
  }),
  removeTemplate: async (branch) => ({ params: { template: await branch.template() } }),
  listBank: () => ({}),
  keepQuestion: (branch) => ({
    ...atUnit(branch),
    body: { question: thirtyQuestions().questions[0], shared: false },
  }),
  removeFromBank: async (branch) => ({ params: { question: await branch.banked() } }),
  createPreview: async (branch) => ({ params: { form: (await branch.form()).form }, body: {} }),
  listPreviews: async (branch) => ({ params: { form: (await branch.form()).form } }),
  revokePreview: async (branch) => ({ params: { ...(await branch.preview()) } }),

  uploadMedia: async (branch) => ({
    params: { form: (await branch.form()).form },
    body: png,
    headers: { 'x-linli-name': 'poster.png' },
  }),

  listCampaigns: () => ({}),
  createCampaign: async (branch) => ({
    ...atUnit(branch),
    body: {
      form: (await branch.published()).form,
      scope: [branch.unit],
      opensAt: Date.now() - 1000,
      closesAt: Date.now() + day,
      access: 'anyone',
      named: false,
      organiser: '居委会',
      phone: '8700000',
      keepDays: 30,
    },
  }),
  askedAlready: (branch) => ({ ...atUnit(branch), body: { scope: [branch.unit], at: Date.now() } }),
  getScope: async (branch) => ({ params: { campaign: (await branch.campaign()).id } }),
  getCampaign: async (branch) => ({ params: { campaign: (await branch.campaign()).id } }),
  updateCampaign: async (branch) => ({
    params: { campaign: (await branch.campaign()).id },
    body: { rev: 1, state: 'paused' },
  }),
  getProgress: withCampaign,
  recountCampaign: async (branch) => ({ params: { campaign: (await branch.campaign()).id }, body: {} }),
  createShare: async (branch) => {
    const asked = await withAnswers(branch);
    // Without a publication the link makes one, which is an act of its own.
    const path = `/api/campaigns/${asked.params.campaign}/publications`;
    must(await branch.city.as('mayor')('POST', path, { note: '' }));
    return { ...asked, body: { days: 3 } };
  },
  listShares: withCampaign,
  publishCampaign: async (branch) => ({
    params: { campaign: (await branch.campaign()).id },
    body: { note: '' },
  }),
  listPublications: withCampaign,
  revokeShare: async (branch) => {
    const { id } = await branch.answered();
    return { params: { campaign: id, unit: branch.unit, share: (await branch.token(id)).share } };
  },

  openForm: async (branch) => ({ params: { slug: (await branch.campaign()).slug } }),
  openVersion: async (branch) => ({ params: { slug: (await branch.campaign()).slug, number: '1' } }),
  findBuilding: async (branch) => ({
    params: { slug: (await branch.campaign()).slug },
    query: { search: 'b1' },
  }),
  submit: async (branch) => ({
    params: { slug: (await branch.campaign()).slug, response: responseId() },
    body: { version: 1, unit: 'b1', answers: thirtyAnswers(1) },
  }),
  attachFile: async (branch) => ({
    params: { slug: (await branch.photographed()).slug, response: responseId(), file: fileId() },
    body: png,
    headers: photoHeaders,
  }),
  readAttachment: async (branch) => {
    const { campaign, response, file } = await branch.photographed();
    return { params: { campaign, response, file } };
  },
  viewReceipt: async (branch) => ({ body: { receipt: (await branch.answered()).receipt } }),
  correctReceipt: async (branch) => ({
    body: { receipt: (await branch.answered()).receipt, rev: 1, answers: thirtyAnswers(2) },
  }),
  withdrawReceipt: async (branch) => ({ body: { receipt: (await branch.answered()).receipt, rev: 1 } }),
  getBuildingPage: async (branch) => {
    const { unit } = await branch.building();
    const reply = await branch.city.as('mayor')('POST', `/api/units/${unit}/building-code`, {});
    return { params: { code: reply.body.code } };
  },

  listResponses: withAnswers,
  listComments: async (branch) => ({ ...(await withAnswers(branch)), query: { question: 'more' } }),
  getResponse: async (branch) => ({ params: await oneResponse(branch) }),
  revealResponse: async (branch) => ({ params: await oneResponse(branch), body: {} }),
  editResponse: async (branch) => ({
    params: await oneResponse(branch),
    body: { rev: 1, reason: '更正', answers: thirtyAnswers(9) },
  }),
  voidResponse: async (branch) => ({ params: await oneResponse(branch), body: { rev: 1, reason: '重复' } }),
  exportResponses: async (branch) => ({ ...(await withAnswers(branch)), query: { format: 'csv' } }),

  getScorecard: withAnswers,
  boardWords: async (branch) => ({ ...(await withAnswers(branch)), query: { question: 'more' } }),
  comparable: withCampaign,
  getShared: async (branch) => ({
    body: { token: (await branch.token((await branch.answered()).id)).token },
  }),

  listScorecards: () => ({}),
  createScorecard: (branch) => ({
    ...atUnit(branch),
    body: { title: '月度记分卡', body: cardBody(), template: false },
  }),
  updateScorecard: async (branch) => {
    const { id, rev } = await composedCard(branch);
    return { params: { scorecard: id }, body: { rev, title: '改名' } };
  },
  readComposed: withComposed,
  readTrend: withComposed,
  previewComposed: (branch) => ({
    ...atUnit(branch),
    body: { title: '', body: cardBody(), period: null },
  }),
  listMeasurable: atUnit,
  reportFigure: async (branch) => ({
    ...(await withComposed(branch)),
    body: { measure: 'posts', period: monthNow(), value: 12, source: '任职名册', day: `${monthNow()}-01` },
  }),
  listNotes: async (branch) => ({ ...atUnit(branch), query: { run: (await branch.answered()).id } }),
  putNote: async (branch) => ({
    params: { unit: branch.unit, note: responseId() },
    body: {
      card: (await composedCard(branch)).id,
      period: monthNow(),
      measure: 'posts',
      words: '两名在公示',
      removed: false,
    },
  }),
  previewIssue: async (branch) => ({ ...atUnit(branch), query: { campaign: await finishedRun(branch) } }),
  issueCard: async (branch) => ({
    params: { unit: branch.unit, issued: responseId() },
    body: await signing(branch.city, branch.unit, { campaign: await finishedRun(branch) }),
  }),
  listIssued: atUnit,
  getIssued: async (branch) => {
    const issued = responseId();
    const body = await signing(branch.city, branch.unit, { campaign: await finishedRun(branch) });
    must(await branch.city.as('mayor')('PUT', `/api/units/${branch.unit}/issued/${issued}`, body));
    return { params: { issued } };
  },
  openPublished: atUnit,
  noteVisit: () => ({}),
  readDigest: () => ({}),

  getFigures: withAnswers,
  getPairs: async (branch) => ({ ...(await withAnswers(branch)), query: { a: 'overall', b: 'worry' } }),
  getSaid: async (branch) => ({ ...(await withAnswers(branch)), query: { question: 'more' } }),

  listRolls: () => ({}),
  createRoll: (branch) => ({ ...atUnit(branch), body: { kind: 'owner', title: '业主名册', note: '' } }),
  getRoll: async (branch) => ({ params: { roll: (await branch.roll()).roll } }),
  updateRoll: async (branch) => {
    const { roll, rev } = await branch.roll();
    return { params: { roll }, body: { rev, title: '改名' } };
  },
  listEntries: async (branch) => ({ params: { roll: (await branch.roll()).roll }, query: { words: '101' } }),
  importEntries: async (branch) => ({
    params: { roll: (await branch.roll()).roll },
    body: { rows: [{ row: 2, unit: 'b2', stairwell: '', door: '101', name: '某人' }], dryRun: false },
  }),
  changeEntry: async (branch) => {
    const { roll, entry } = await branch.roll();
    return { params: { roll, entry }, body: { rev: 1, name: '某人' } };
  },
  listObjections: async (branch) => ({ params: { roll: (await branch.roll()).roll } }),
  addObjection: async (branch) => ({
    params: { roll: (await branch.roll()).roll },
    body: { words: '少了一户', by: '王女士' },
  }),
  answerObjection: async (branch) => {
    const { roll } = await branch.roll();
    const said = await branch.city.as('mayor')('POST', `/api/rolls/${roll}/objections`, {
      words: '少了一户',
      by: '王女士',
    });
    return { params: { roll, objection: must(said).id }, body: { state: 'refused', answer: '已核实' } };
  },
  freezeRoll: async (branch) => {
    const { roll, rev } = await branch.roll();
    return { params: { roll }, body: { rev } };
  },
  correctRoll: async (branch) => ({ params: { roll: (await branch.finalRoll()).roll }, body: {} }),
  exportRoll: async (branch) => ({
    params: { roll: (await branch.finalRoll()).roll },
    query: { format: 'ndjson' },
  }),
  makeLetters: async (branch) => ({
    params: { roll: (await branch.finalRoll()).roll },
    body: { of: { unit: 'b1' }, most: 10 },
  }),
  markPrinted: async (branch) => {
    const { roll, entry } = await branch.finalRoll();
    return { params: { roll }, body: { entries: [entry], making: 'making' } };
  },
  revokeLetters: async (branch) => {
    const { roll, entry } = await branch.finalRoll();
    return { params: { roll }, body: { of: { entry } } };
  },
  listOwnerVotes: () => ({}),
  createOwnerVote: async (branch) => {
    const { roll } = await branch.ownerVote('preparing');
    const opensAt = Date.now() + 20 * day;
    const body = { title: '换物业', organiser: '业委会', phone: '', opensAt, closesAt: opensAt + day };
    return { params: { roll }, body };
  },
  getOwnerVote: async (branch) => ({ params: { vote: (await branch.ownerVote('open')).vote } }),
  updateOwnerVote: async (branch) => {
    const { vote, rev } = await branch.ownerVote('preparing');
    return { params: { vote }, body: { rev, title: '改名' } };
  },
  stepOwnerVote: async (branch) => {
    const { vote, rev } = await branch.ownerVote('preparing');
    return { params: { vote }, body: { rev, to: 'notice', checked: 1 } };
  },
  listOwnerUnits: async (branch) => ({
    params: { vote: (await branch.ownerVote('notice')).vote },
    query: { unit: 'b1' },
  }),
  serveOwners: async (branch) => {
    const { vote, entries } = await branch.ownerVote('notice');
    return { params: { vote }, body: { entries, how: 'hand', day: placeDay(Date.now()), note: '' } };
  },
  enterPaper: async (branch) => {
    const { vote, entries, choices } = await branch.ownerVote('open');
    return { params: { vote }, body: { entry: entries[0], choices } };
  },
  voidOwnerBallot: async (branch) => {
    const { vote, entries, secret, choices } = await branch.ownerVote('open');
    const ballot = { secret, vote, rev: 0, choices, signature: signatureOf(), assistant: '' };
    must(await branch.city.anyone('POST', '/api/o/ballot', ballot));
    return { params: { vote }, body: { entry: entries[0], reason: '签名不是本人' } };
  },
  listVoters: async (branch) => ({ params: { vote: (await branch.ownerVote('closed')).vote } }),
  exportOwnerVote: async (branch) => ({ params: { vote: (await branch.ownerVote('closed')).vote } }),
  ownerSignatures: async (branch) => ({ params: { vote: (await branch.ownerVote('closed')).vote } }),
  openOwnerLetter: async (branch) => ({ body: { secret: (await branch.ownerVote('open')).secret } }),
  castOwnerBallot: async (branch) => {
    const { vote, secret, choices } = await branch.ownerVote('open');
    return { body: { secret, vote, rev: 0, choices, signature: signatureOf(), assistant: '' } };
  },

  listEvaluations: () => ({}),
  createEvaluation: (branch) => ({ ...atUnit(branch), body: evaluationOf() }),
  getEvaluation: async (branch) => ({
    params: { evaluation: (await branch.evaluation('draft')).evaluation },
  }),
  updateEvaluation: async (branch) => {
    const { evaluation, rev } = await branch.evaluation('draft');
    return { params: { evaluation }, body: { rev, title: '改名' } };
  },
  stepEvaluation: async (branch) => {
    const { evaluation, rev } = await branch.evaluation('draft');
    return { params: { evaluation }, body: { rev, to: 'rating' } };
  },
  getEvaluationGaps: async (branch) => ({
    params: { evaluation: (await branch.evaluation('draft')).evaluation },
  }),
  nextEvaluation: async (branch) => ({
    params: { evaluation: (await branch.evaluation('rating')).evaluation },
    body: { id: responseId(), title: '下一期', period: '2026年12月', closesAt: Date.now() + 30 * day },
  }),
  addRaters: async (branch) => ({
    params: { evaluation: (await branch.evaluation('draft')).evaluation },
    body: { raters: [{ group: 'property', name: '冯物业', unit: branch.unit }] },
  }),
  listRaters: async (branch) => ({ params: { evaluation: (await branch.evaluation('rating')).evaluation } }),
  updateRater: async (branch) => ({ ...(await raterIn(branch)), body: { rev: 1, removed: true } }),
  renewRaterLink: raterIn,
  uploadFindingPhoto: async (branch) => ({
    params: { evaluation: (await branch.evaluation('rating')).evaluation },
    body: png,
    headers: { 'x-linli-name': encodeURIComponent('楼道.png') },
  }),
  addFinding: async (branch) => ({
    params: await subjectIn(branch, 'rating'),
    body: { kind: 'veto', item: 'fire', times: 1, note: '11月3日' },
  }),
  strikeFinding: async (branch) => {
    const { evaluation, subject } = await subjectIn(branch, 'rating');
    const path = `/api/evaluations/${evaluation}/subjects/${subject}/findings`;
    const body = { kind: 'deduction', item: 'toss', times: 1, note: '' };
    const { id } = must(await branch.city.as('mayor')('POST', path, body));
    return { params: { evaluation, finding: id }, body: { reason: '记错楼栋' } };
  },
  getEvaluationBoard: async (branch) => ({
    params: { evaluation: (await branch.evaluation('provisional')).evaluation },
  }),
  getEvaluationSubject: async (branch) => ({ params: await subjectIn(branch, 'provisional') }),
  addAppeal: async (branch) => ({
    params: await subjectIn(branch, 'provisional'),
    body: { kind: 'object', words: '堆物已经清了', saidBy: '张三' },
  }),
  decideAppeal: async (branch) => {
    const { evaluation, subject } = await subjectIn(branch, 'provisional');
    const path = `/api/evaluations/${evaluation}/subjects/${subject}/appeals`;
    const body = { kind: 'object', words: '堆物已经清了', saidBy: '张三' };
    const { id } = must(await branch.city.as('mayor')('POST', path, body));
    // Whoever asks now may decide: nobody decides what they entered themselves.
    await branch.city.db
      .prepare("UPDATE evaluation_appeal SET entered_by = 'another' WHERE id = ?1")
      .bind(id)
      .run();
    return { params: { evaluation, appeal: id }, body: { state: 'upheld', answer: '属实', strike: [] } };
  },
  decideTies: async (branch) => {
    const { evaluation, subjects, raters } = await plantEvaluation(branch.city, 'rating', {
      unit: branch.unit,
      settings: { rules: tieRules },
    });
    for (const subject of [subjects.b1 ?? '', subjects.b2 ?? '']) {
      const at = { evaluation, subject, rev: 0, marks: [18, 18, 18, 18, 18] };
      must(await branch.city.anyone('POST', '/api/ratings/marks', { secret: raters[0]?.secret, ...at }));
    }
    must(await stepTo(branch.city, evaluation, 'provisional'));
    const { evaluation: now } = must(await branch.city.as('mayor')('GET', `/api/evaluations/${evaluation}`));
    const order = [subjects.b2, subjects.b1];
    return { params: { evaluation }, body: { rev: now.rev, order, words: '居民代表会议抽签' } };
  },
  getEvaluationResult: async (branch) => ({
    params: { evaluation: (await branch.evaluation('final')).evaluation },
  }),
  postEvaluation: async (branch) => {
    const { evaluation, rev } = await branch.evaluation('final');
    return { params: { evaluation }, body: { rev, open: true } };
  },
  getPostedEvaluation: async (branch) => {
    const { evaluation, rev } = await branch.evaluation('final');
    const open = { rev, open: true };
    must(await branch.city.as('mayor')('POST', `/api/evaluations/${evaluation}/post`, open));
    return { params: { evaluation } };
  },
  openRating: async (branch) => ({ body: { secret: (await branch.evaluation('rating')).raters[0]?.secret } }),
  sendMarks: async (branch) => {
    const { evaluation, subjects, raters } = await branch.evaluation('rating');
    const marks = [18, 18, 18, 18, 18];
    return { body: { secret: raters[0]?.secret, evaluation, subject: subjects.b1, rev: 0, marks } };
  },

  openLetter: async (branch) => ({ body: { secret: (await branch.voting()).letters[0]?.secret } }),
  checkIn: async (branch) => {
    const voting = await branch.voting();
    const { blinded } = await fresh((await freezeOf(voting)).freeze.issuer);
    return { body: { secret: voting.letters[0]?.secret, contest: voting.contest, blinded } };
  },
  cast: async (branch) => {
    const voting = await branch.voting();
    const frozen = await freezeOf(voting);
    const elector = await checkIn(voting, frozen.freeze, voting.letters[0] ?? never());
    const choice = forOne(voting.candidates[0] ?? '');
    return { body: (await ballotOf(voting.contest, frozen, elector, choice)).body };
  },
  getRecord: async (branch) => ({ params: { contest: (await branch.sealed()).contest } }),
  freezeContests: async (branch) => ({ params: { election: (await branch.sealed()).election }, body: {} }),
  openContests: async (branch) => {
    const sealed = await branch.sealed();
    must(await branch.city.as('mayor')('POST', `/api/elections/${sealed.election}/freeze`, {}));
    await signAll(sealed, sealed.tellers);
    return { params: { election: sealed.election }, body: {} };
  },
  closeContests: async (branch) => {
    const { election, contest } = await branch.voting();
    await branch.city.db.prepare('UPDATE contest SET voting_to = 1 WHERE id = ?1').bind(contest).run();
    return { params: { election }, body: {} };
  },
  rehearse: async (branch) => ({ params: { election: (await branch.sealed()).election }, body: {} }),
  findContests: () => ({}),
  listDoors: async (branch) => ({ params: { contest: (await branch.sealed()).contest } }),
  checkInByHand: async (branch) => {
    const { contest, letters } = await branch.voting();
    return { params: { contest }, body: { entry: letters[0]?.entry, reason: '不会用手机', consent: true } };
  },
  listTellers: async (branch) => ({ params: { election: (await branch.sealed()).election } }),
  addTeller: async (branch) => ({
    params: { election: (await branch.sealed()).election },
    body: { unit: branch.unit, name: '王女士' },
  }),
  renewTellerLink: async (branch) => ({ params: await oneTeller(branch), body: {} }),
  removeTeller: async (branch) => ({ params: await oneTeller(branch), body: {} }),
  tellerHome: withLink,
  registerKeys: async (branch) => {
    const teller = (await branch.sealed()).tellers[0] ?? never();
    return { body: await keysBody({ ...teller, ...(await newKeys()) }) };
  },
  testBallot: withLink,
  proveCard: async (branch) => ({
    body: await proofBody(branch.city, (await branch.sealed()).tellers[0] ?? never()),
  }),
  unsignedActs: withLink,
  signActs: async (branch) => {
    const closed = await branch.closed();
    return { body: await signaturesBody(closed, closed.tellers[0] ?? never()) };
  },
  commitShares: async (branch) => {
    const { contest, tellers } = await branch.closed();
    return { body: await commitBody(contest, tellers[0] ?? never(), '0'.repeat(64)) };
  },
  handShares: async (branch) => {
    const closed = await branch.closed();
    const { shares } = await commit(closed, 0);
    await commit(closed, 1);
    return { body: { link: closed.tellers[0]?.link, contest: closed.contest, shares } };
  },
  openingState: async (branch) => {
    const { contest, tellers } = await branch.closed();
    return { body: { link: tellers[0]?.link, contest } };
  },
  openBallots: async (branch) => {
    const closed = await branch.closed();
    for (const one of [await commit(closed, 0), await commit(closed, 1)]) must(await one.show());
    return { body: { link: closed.tellers[0]?.link, contest: closed.contest, ballots: [] } };
  },
  countBox: async (branch) => {
    const closed = await branch.closed();
    await openBy(closed, [0, 1]);
    return { body: { link: closed.tellers[0]?.link, contest: closed.contest } };
  },

  getSettings: atUnit,
  saveSettings: () => ({
    params: { unit: 'city' },
    body: {
      rev: 0,
      settings: {
        organiser: '',
        phone: '',
        icp: '',
        police: '',
        shareTitle: '',
        sharePicture: '',
        domainFiles: [],
        privacy: '',
        demo: false,
      },
    },
  }),
  listAudit: atUnit,

  listElections: () => ({}),
  createElection: (branch) => ({
    params: { unit: branch.unit, election: responseId() },
    body: wanted([branch.unit]),
  }),
  getElection: async ({ city, unit }) => ({ params: { ...(await electionOf(city, unit)) } }),
  updateElection: async ({ city, unit }) => ({
    params: { ...(await electionOf(city, unit)) },
    body: { rev: 1, phone: '8700001' },
  }),
  cancelContests: async ({ city, unit }) => ({
    params: { ...(await electionOf(city, unit)) },
    body: { reason: '名册有误' },
  }),
  listContests: async ({ city, unit }) => ({ params: { ...(await electionOf(city, unit)) } }),
  getContest: async ({ city, unit }) => ({ params: { ...(await electionOf(city, unit)) } }),
  addCandidate: async ({ city, unit }) => ({
    params: { ...(await electionOf(city, unit)) },
    body: { name: '李建国', line: '', consent: true, source: 'party', saidBy: '社区党委' },
  }),
  importCandidates: async ({ city, unit }) => ({
    params: { ...(await electionOf(city, unit)) },
    body: { rows: [{ row: 2, unit: 'b1', name: '李建国', line: '', consent: true }], dryRun: false },
  }),
  decideCandidate: async ({ city, unit }) => {
    const { contest } = await electionOf(city, unit);
    const candidate = await standing(city, contest);
    return { params: { contest, candidate }, body: { rev: 1, state: 'refused', reason: '不住在本楼' } };
  },
  uploadPhoto: async ({ city, unit }) => {
    const { contest } = await electionOf(city, unit);
    return {
      params: { contest, candidate: await standing(city, contest) },
      body: png,
      headers: { 'x-linli-name': 'portrait.png' },
    };
  },
  addContestObjection: async ({ city, unit }) => ({
    params: { ...(await electionOf(city, unit)) },
    body: { about: 'candidates', words: '他不住在本楼', saidBy: '赵敏' },
  }),
  answerContestObjection: async ({ city, unit }) => {
    const { contest } = await electionOf(city, unit);
    const made = must(
      await city.as('mayor')('POST', `/api/contests/${contest}/objections`, {
        about: 'result',
        words: '请再数一遍',
        saidBy: '赵敏',
      }),
    );
    return { params: { contest, objection: made.id }, body: { state: 'refused', answer: '已当众复核' } };
  },
  createRound: async ({ city, unit }) => {
    const { contest } = await electionOf(city, unit);
    await countedAs(city.db, contest, { valid: false, faults: ['turnout'], posts: [{ standings: [] }] });
    return { params: { contest }, body: { vote: today() } };
  },
  getPublicElection: async ({ city, unit }) => ({ params: { ...(await electionOf(city, unit)) } }),
  getPublicContest: async ({ city, unit }) => ({ params: { ...(await electionOf(city, unit)) } }),
  nominate: async ({ city, unit }) => ({
    params: { ...(await electionOf(city, unit)), nomination: responseId() },
    body: {
      source: 'self',
      name: '孙立',
      line: '会修水电',
      saidBy: '',
      contact: '13871234567',
      consent: true,
    },
  }),

  getCount: async ({ city }) => ({ params: { contest: (await onTheSpot(city)).contest } }),
  addBatch: async ({ city }) => ({
    params: { contest: (await onTheSpot(city)).contest, batch: responseId() },
    body: { name: '一号票箱', method: 'paper' },
  }),
  enterSheet: async ({ city }) => {
    const spot = await onTheSpot(city);
    const batch = await batchOf(city.as('mayor'), spot.contest);
    return { params: { contest: spot.contest, batch }, body: { sheet: sheetOf(spot) } };
  },
  changeBatch: async ({ city }) => {
    const { contest } = await onTheSpot(city);
    const batch = await batchOf(city.as('mayor'), contest);
    return { params: { contest, batch }, body: { rev: 1, removed: true } };
  },
  decideName: async ({ city }) => {
    const { contest, a } = await onTheSpot(city);
    return { params: { contest }, body: { name: '王秀英儿', decision: { person: a } } };
  },
  endVoting: async ({ city }) => ({ params: { contest: (await onTheSpot(city)).contest }, body: {} }),
  countContest: async ({ city }) => {
    const spot = await onTheSpot(city);
    await agree(city, spot.contest, sheetOf(spot));
    must(await city.as('mayor')('POST', `/api/contests/${spot.contest}/end`, {}));
    return { params: { contest: spot.contest }, body: {} };
  },
  countAnew: async ({ city }) => {
    const contest = await countedByHand(city);
    return { params: { contest }, body: { objection: await upheld(city, contest) } };
  },
  listResults: async ({ city }) => ({ params: { election: (await onTheSpot(city)).election } }),
  getResult: async ({ city }) => ({ params: { contest: (await onTheSpot(city)).contest } }),
  recountContest: async ({ city }) => ({ params: { contest: await countedByHand(city) }, body: {} }),
  announceResult: async ({ city }) => ({ params: { contest: await countedByHand(city) }, body: {} }),
  announceResults: async ({ city }) => ({
    params: { election: (await onTheSpot(city)).election },
    body: {},
  }),
  listPapers: async ({ city }) => {
    const { election, contest } = await onTheSpot(city);
    return { params: { election }, query: { contests: contest } };
  },
  getPublicResult: async ({ city }) => ({ params: { ...(await onTheSpot(city)) } }),
  listProxies: async ({ city }) => ({ params: { contest: (await onTheSpot(city)).contest } }),
  addProxy: async (branch) => {
    const { contest, one, other } = await withNeighbours(branch);
    return {
      params: { contest, principal: one },
      body: { holder: other, relation: '儿子', relative: true, written: true },
    };
  },
  withdrawProxy: async (branch) => {
    const { contest, one, other } = await withNeighbours(branch);
    const body = { holder: other, relation: '儿子', relative: true, written: true };
    must(await branch.city.as('mayor')('PUT', `/api/contests/${contest}/proxies/${one}`, body));
    return { params: { contest, principal: one } };
  },

  health: () => ({}),
};

function addressOf(endpoint: Endpoint, { params = {}, query = {} }: Request): string {
  const path = endpoint.path.replace(/:([a-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? `no-${name}`),
  );
  const asked = new URLSearchParams(query).toString();
  return asked ? `${path}?${asked}` : path;
}

export const send = (
  client: Client,
  endpoint: Endpoint,
  request: Request,
  headers: Record<string, string> = {},
): Promise<Reply> =>
  client(endpoint.method, addressOf(endpoint, request), request.body, { ...request.headers, ...headers });

export async function requestOf(endpoint: Endpoint, branch: Branch): Promise<Request> {
  const make = requests[endpoint.id];
  if (!make) throw new Error(`tests/http/requests.ts has no entry for ${endpoint.id}`);
  return make(branch);
}
