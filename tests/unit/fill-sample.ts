// A resident's page as the Worker would model it, for tests of the renderer.
import type { Facts } from '../../schema/api/fill.ts';
import type { ModelOf } from '../../schema/api/page.ts';
import type { Definition } from '../../schema/form/definition.ts';

const now = Date.UTC(2026, 10, 24);
const day = 86_400_000;

export const fillFacts: Facts = {
  slug: 'abcd1234',
  kind: 'survey',
  title: '物业服务满意度调查',
  phase: 'open',
  opensAt: now - day,
  closesAt: now + 7 * day,
  organiser: '滨河社区居委会',
  phone: '0714-8700000',
  named: false,
  access: 'anyone',
  perDevice: false,
  keepDays: 90,
  care: false,
  thanks: '',
  minutes: 2,
  version: 3,
  liveResult: false,
  place: '滨河社区',
  demo: false,
};

export const fillModel = (definition: Definition, css = ''): ModelOf<'fill'> => ({
  page: 'fill',
  language: 'zh',
  care: false,
  demo: false,
  now,
  origin: 'https://linli.example.cn',
  here: '/f/abcd1234',
  assets: { js: '/a/fill-ABCDEFGH.js', css, chunks: {} },
  footer: { icp: '', police: '' },
  share: { title: '', picture: '/share.png' },
  facts: { ...fillFacts, title: definition.title },
  definition,
  unit: { id: 'b1', name: '2号楼', above: '金湖街道 滨河社区' },
  seed: 'abcdefghijklmnopqrstuvwx',
  response: '0123456789abcdefghjkmnpq',
  values: {},
  problems: {},
});
