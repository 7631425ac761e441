// 票多者当选: whoever has most votes, however many took part. How streets choose building leaders by plans of their own.
import type { Pack } from '../pack.ts';
import { meeting } from './meeting.ts';
import { local } from './sources.ts';

const sources = [local];
const round = { turnout: null, need: { num: 0, den: 1, strict: true, of: 'collected' as const, sources } };

export const plurality: Pack = {
  ...meeting,
  id: 'plurality',
  name: { zh: '得票最多', en: 'Most votes' },
  about: {
    zh: '不论多少户参加，得票多的当选。',
    en: 'Whoever has most votes is elected, however many households take part.',
  },
  caution: {
    zh: '楼栋长没有全国统一规定，这是本地办法，不能用于居民委员会、村民委员会选举。',
    en: 'No national rule covers building leaders; this is a local rule, not for statutory committees.',
  },
  electors: { basis: 'household', sources },
  overSelection: { voids: 'ballot', sources },
  rounds: { first: round, second: null, runOff: round },
  recall: null,
  proxies: {
    limit: 3,
    candidateMayHold: false,
    relativesOnly: true,
    applyDays: null,
    publishDays: null,
    sources,
  },
};
