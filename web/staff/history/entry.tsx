// One entry in words: what was done exactly, and to what, with the way there. Ids are shown to nobody.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { listAudit } from '../../../schema/api/settings.ts';
import { momentWords } from '../../ui/time.ts';
import { formTitle } from '../words.ts';
import { actWord, t } from './words.ts';

export type Entry = Output<typeof listAudit>['entries'][number];

/** What entries name by login or id. */
export interface Names {
  staff: ReadonlyMap<string, string>;
  campaigns: ReadonlyMap<string, string>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Steering a run is one act with many faces: its detail holds only what was changed. */
export function didWords({ act, detail }: Entry): string {
  if (act !== 'campaign.update') return actWord(act);
  if (detail.state === 'paused') return t('campaignPaused');
  if (detail.state === 'closed') return t('campaignClosed');
  if (detail.closesAt !== undefined) return t('campaignMoved');
  if (detail.state === 'open') return t('campaignOpen');
  if (detail.liveResult !== undefined)
    return t(detail.liveResult === true ? 'campaignShown' : 'campaignHidden');
  if (detail.listed !== undefined) return t(detail.listed === true ? 'campaignListed' : 'campaignUnlisted');
  if (detail.outcome !== undefined) return t('campaignOutcome');
  return detail.version === undefined ? actWord(act) : t('campaignVersion');
}

interface Subject {
  name: string;
  href?: string;
}

function subjectOf({ act, target, detail }: Entry, names: Names): Subject {
  const room = act.split('.')[0];
  if (act === 'response.export' || room === 'share' || room === 'campaign') {
    const own = act === 'campaign.create' ? text(detail.title) : text(detail.campaign);
    return { name: own || (names.campaigns.get(target) ?? ''), href: `/staff/campaigns/${target}` };
  }
  if (room === 'response') {
    const [campaign, response] = target.split('/');
    const title = names.campaigns.get(campaign ?? '') ?? '';
    const name = typeof detail.n === 'number' ? t('response', { n: detail.n }) : title;
    return typeof detail.at === 'string'
      ? { name, href: `/staff/campaigns/${campaign}/answers/${detail.at}/${response}` }
      : { name };
  }
  if (room === 'form' || room === 'template' || room === 'preview')
    return { name: text(detail.title) && formTitle(text(detail.title)), href: `/staff/forms/${target}` };
  if (room === 'roll') return { name: text(detail.title), href: `/staff/rolls/${target}` };
  if (room === 'election') return { name: text(detail.title), href: `/staff/elections/${target}` };
  if (room === 'contest') return { name: text(detail.title) };
  if (room === 'owners') return { name: text(detail.title), href: `/staff/owner-votes/${target}` };
  if (room === 'evaluation') return { name: text(detail.title), href: `/staff/evaluations/${target}` };
  if (room === 'bank' || room === 'scorecard') return { name: text(detail.title) };
  if (room === 'unit')
    return { name: text(detail.unit) || text(detail.name), href: `/staff/areas/${target}` };
  return { name: text(detail.name) || (names.staff.get(text(detail.login)) ?? text(detail.login)) };
}

function moreWords({ act, detail }: Entry): string[] {
  const more: string[] = [];
  const room = act.split('.')[0];
  if (room === 'response' || room === 'roll' || room === 'contest') more.push(text(detail.unit));
  if (room === 'share') more.push(text(detail.name));
  if (room === 'evaluation') more.push(text(detail.of), text(detail.name));
  if (act === 'unit.update' && text(detail.name) !== text(detail.unit) && detail.unit)
    more.push(detail.name ? t('renamed', { name: text(detail.name) }) : '');
  if (/^roll\.(letters|printed|revoke)$/.test(act)) more.push(t('letters', { n: Number(detail.n ?? 0) }));
  if ((act === 'unit.import' || act === 'roll.import') && typeof detail.created === 'number')
    more.push(
      t('imported', {
        created: detail.created,
        updated: Number(detail.updated ?? 0),
        refused: Number(detail.refused ?? 0),
      }),
    );
  if (typeof detail.disabled === 'boolean') more.push(t(detail.disabled ? 'disabled' : 'enabled'));
  if (typeof detail.version === 'number') more.push(t('versionN', { n: detail.version }));
  if (typeof detail.closesAt === 'number' && detail.state !== 'closed')
    more.push(t('until', { day: momentWords(detail.closesAt) }));
  if (typeof detail.outcome === 'string') more.push(detail.outcome);
  if (detail.whole === true) more.push(t('whole'));
  if (typeof detail.reason === 'string') more.push(t('reason', { reason: detail.reason }));
  return more.filter(Boolean);
}

export function About(props: { entry: Entry; names: Names }) {
  const { name, href } = subjectOf(props.entry, props.names);
  const more = moreWords(props.entry);
  return (
    <>
      {name && (href ? <a href={href}>{name}</a> : name)}
      {name && more.length > 0 && ' · '}
      {more.join(' · ')}
    </>
  );
}
