// A run as it is being filled in on the sheet: what stands there at first, what is wrong, what is sent.
import type { Campaign, createCampaign } from '../../../schema/api/campaigns.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import type { FormSummary } from '../../../schema/api/forms.ts';
import type { Settings } from '../../../schema/api/settings.ts';
import type { Unit } from '../../../schema/api/units.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { identifying, namesNeeded, titlesOf } from '../../../schema/form/identifying.ts';
import { tonguesOf } from '../../../schema/form/localize.ts';
import type { Tongue } from '../../../schema/words/tongues.ts';
import { dateInput, dayLength, fromInputs, timeInput } from '../../ui/time.ts';
import { nextPeriod } from './period.ts';
import { t } from './words.ts';

export const keepChoices: readonly string[] = ['30', '90', '180', '365', '1095'];

export interface Plan {
  title: string;
  scope: ReadonlySet<string>;
  /** from the press of the button; otherwise from the day and time that are set */
  startsNow: boolean;
  startDay: string;
  startTime: string;
  endDay: string;
  endTime: string;
  named: boolean;
  /** no names are kept although the form asks who somebody is: the organiser has said so on purpose */
  unnamedAnyway: boolean;
  /** a ballot that anyone can send is an opinion: the organiser has said so */
  opinionOnly: boolean;
  perDevice: boolean;
  access: Campaign['access'];
  /** by whose letters it is answered, unless anyone may; '' while none is chosen */
  roll: string;
  /** on the pages of its buildings */
  listed: boolean;
  organiser: string;
  phone: string;
  cap: string;
  keepDays: string;
  /** pages open in large type */
  care: boolean;
  /** the result can be seen while the run is open */
  liveResult: boolean;
  /** said on the receipt above what the form says */
  thanks: string;
  /** of the form's translations, those that residents may choose */
  tongues: ReadonlySet<Tongue>;
}

/** What the form asks that the plan must answer for: titles, '' when there are none. */
export interface Demands {
  /** questions that tell who answered */
  telling: string;
  /** those with which it can't be said that no names are kept */
  needed: string;
  /** what kind of ballot it calls itself */
  ballot: 'election' | 'owner-vote' | undefined;
  /** whether its runs usually stand on building pages */
  listed: boolean;
  /** what it is translated into */
  tongues: readonly Tongue[];
}
export const demandsOf = (
  { kind, listed }: Pick<FormSummary, 'kind' | 'listed'>,
  definition: Definition,
): Demands => ({
  listed,
  tongues: tonguesOf(definition).slice(1),
  ballot: kind === 'election' || kind === 'owner-vote' ? kind : undefined,
  telling: titlesOf(identifying(definition)),
  needed: titlesOf(namesNeeded(definition)),
});

/** What is offered to begin at: a time that people would say, never 05:16. */
const nextFive = (at: number) => Math.ceil(at / fiveMinutes) * fiveMinutes;
const fiveMinutes = 300_000;
const startFields = (at: number) => ({ startDay: dateInput(at), startTime: timeInput(at) });

/** Seven days from now, until 20:00. */
export const usualPlan = (now: number, branch: string, demands: Demands): Plan => ({
  title: '',
  scope: new Set([branch]),
  startsNow: true,
  ...startFields(nextFive(now)),
  endDay: dateInput(now + 7 * dayLength),
  endTime: '20:00',
  named: demands.telling !== '',
  unnamedAnyway: false,
  opinionOnly: false,
  perDevice: true,
  access: 'anyone',
  roll: '',
  listed: demands.listed,
  organiser: '',
  phone: '',
  cap: '',
  keepDays: '180',
  care: false,
  liveResult: false,
  thanks: '',
  tongues: new Set(demands.tongues),
});

/** Whom residents turn to: below the root its own name, and its own phone where one is kept. */
export const contactOf = (
  branch: Pick<Unit, 'parent' | 'name' | 'contact'> | undefined,
  settings: Pick<Settings, 'organiser' | 'phone'>,
): Pick<Plan, 'organiser' | 'phone'> => ({
  organiser: branch?.parent ? branch.name : settings.organiser,
  phone: branch?.contact?.phone || settings.phone,
});

/** The same once more in the next period. What has to be confirmed is confirmed again. */
export function planAfter(run: Campaign, scope: ReadonlySet<string>, now: number, demands: Demands): Plan {
  const next = nextPeriod(run, now);
  return {
    title: next.title,
    scope,
    startsNow: next.opensAt <= now,
    ...startFields(next.opensAt <= now ? nextFive(now) : next.opensAt),
    endDay: dateInput(next.closesAt),
    endTime: timeInput(next.closesAt),
    named: run.named || demands.needed !== '',
    unnamedAnyway: false,
    opinionOnly: false,
    perDevice: run.perDevice || run.access !== 'anyone',
    access: run.access,
    roll: run.roll?.id ?? '',
    listed: run.listed,
    organiser: run.organiser,
    phone: run.phone,
    cap: run.cap === null ? '' : String(run.cap),
    keepDays: String(run.keepDays),
    care: run.care,
    liveResult: run.liveResult,
    thanks: run.thanks,
    tongues: new Set(demands.tongues.filter((tongue) => run.tongues?.includes(tongue) ?? true)),
  };
}

/** Now is the minute that has begun: the clock here may be ahead of the one that opens. */
export const startOf = (plan: Plan, now: number) =>
  plan.startsNow ? now - (now % 60_000) : fromInputs(plan.startDay, plan.startTime);
export const endOf = (plan: Plan) => fromInputs(plan.endDay, plan.endTime);
const capOf = (plan: Plan): number | null | undefined => {
  const typed = plan.cap.normalize('NFKC').trim();
  if (typed === '') return null;
  return /^[1-9]\d{0,6}$/.test(typed) ? Number(typed) : undefined;
};

/** By field, what is wrong with the plan; an empty list when it can be sent. `places`: how many its scope asks. */
export function problemsOf(
  plan: Plan,
  now: number,
  demands: Demands,
  places: number,
): { field: string; sentence: string }[] {
  const found: { field: string; sentence: string }[] = [];
  const start = startOf(plan, now);
  const end = endOf(plan);
  if (plan.scope.size === 0) found.push({ field: 'scope', sentence: t('needScope') });
  else if (places === 0) found.push({ field: 'scope', sentence: t('needPlaces') });
  if (plan.access !== 'anyone' && plan.roll === '') found.push({ field: 'roll', sentence: t('needRoll') });
  if (start === undefined || end === undefined) found.push({ field: 'endDay', sentence: t('needTimes') });
  else if (end <= start || end <= now) found.push({ field: 'endDay', sentence: t('endBeforeStart') });
  if (demands.ballot && !plan.opinionOnly)
    found.push({ field: 'opinionOnly', sentence: t(`needOpinion-${demands.ballot}`) });
  if (!plan.named && demands.telling !== '' && !plan.unnamedAnyway)
    found.push({ field: 'unnamedAnyway', sentence: t('needUnnamedAnyway') });
  if (!plan.organiser.trim()) found.push({ field: 'organiser', sentence: t('needOrganiser') });
  if (!plan.phone.trim()) found.push({ field: 'phone', sentence: t('needPhone') });
  if (capOf(plan) === undefined) found.push({ field: 'cap', sentence: t('needCap') });
  return found;
}

/** Which run this is: of what form and version, and after which. */
export interface Run {
  form: string;
  version: number;
  previous?: string | undefined;
}

export function bodyOf(plan: Plan, run: Run, now: number, demands: Demands): Body<typeof createCampaign> {
  const all = demands.tongues.every((tongue) => plan.tongues.has(tongue));
  return {
    ...run,
    ...(plan.title.trim() ? { title: plan.title.trim() } : {}),
    scope: [...plan.scope],
    opensAt: startOf(plan, now) ?? 0,
    closesAt: endOf(plan) ?? 0,
    cap: capOf(plan) ?? null,
    access: plan.access,
    ...(plan.access !== 'anyone' && { roll: plan.roll }),
    perDevice: plan.perDevice,
    listed: plan.listed,
    named: plan.named,
    organiser: plan.organiser.trim(),
    phone: plan.phone.trim(),
    keepDays: Number(plan.keepDays),
    care: plan.care,
    liveResult: plan.liveResult,
    thanks: plan.thanks.trim(),
    ...(all ? {} : { tongues: demands.tongues.filter((tongue) => plan.tongues.has(tongue)) }),
  };
}
