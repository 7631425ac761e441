// 签发: what is public of a card, frozen with the next number of its unit and year. Runs that are not over are left out.
import type { ComposedCard } from '../../../schema/api/composed.ts';
import type { Body as Given, Output } from '../../../schema/api/endpoint.ts';
import type { About, issueCard, previewIssue } from '../../../schema/api/issued.ts';
import { placeDay } from '../../../schema/day.ts';
import type { issued_card } from '../../../schema/db/tables.ts';
import { publicKinds, publicThreshold } from '../../../schema/measures/suppression.ts';
import { frozenText } from '../../../schema/scorecards/frozen.ts';
import { record } from '../../audit/record.ts';
import { sha256 } from '../../db/hash.ts';
import { insert } from '../../db/insert.ts';
import type { StaffCall } from '../../http/context.ts';
import { covers } from '../../http/policy.ts';
import { Refusal } from '../../http/refusal.ts';
import { composed, inPeriods, type Wanted } from './card.ts';
import {
  canonicalOf,
  type IssuedRow,
  issuedCards,
  issuedLine,
  issuedOf,
  readIssued,
} from './issued-store.ts';
import { cardAt, wantedPeriod } from './keep.ts';
import { notesOf } from './notes.ts';
import { bodyOfRun } from './run-card.ts';
import { seeRuns } from './runs.ts';
import { type PlaceWithAbove, placeOf } from './store.ts';
import { asTold } from './told.ts';

interface Ready {
  card: ComposedCard;
  about: string;
  place: PlaceWithAbove;
}

type Base = Pick<Wanted, 'title' | 'body' | 'scorecard' | 'period' | 'span' | 'runs' | 'before' | 'k'>;

/** @throws Refusal not-found where it was taken away, too */
async function ofScorecard(call: StaffCall, unit: string, asked: { scorecard: string; period: string }) {
  const { row, body } = await cardAt(call, unit, asked.scorecard);
  if (row.removed_at !== null) throw new Refusal('not-found');
  const place = publicPlace(await placeOf(call.db, unit));
  const period = wantedPeriod(call, body, asked.period);
  const read = await inPeriods(call.db, place, body, period, {
    k: publicThreshold,
    now: call.now,
    home: row.unit,
  });
  const base: Base = { title: row.title, body, scorecard: row.id, ...read };
  return { place, base, about: `${row.id} ${period.key}`, note: { card: row.id, period: period.key } };
}

/** @throws Refusal not-found */
async function ofRun(call: StaffCall, unit: string, campaign: string) {
  const { db, now } = call;
  const place = publicPlace(await placeOf(db, unit));
  const run = await db
    .prepare(
      `SELECT c.form, c.title, (SELECT p.id FROM campaign p WHERE p.id = c.previous AND p.form = c.form) AS previous
       FROM campaign c WHERE c.id = ?1`,
    )
    .bind(campaign)
    .first<{ form: string; title: string; previous: string | null }>();
  if (!run) throw new Refusal('not-found');
  const set = (id: string | null) => new Map(id === null ? [] : [[run.form, id]]);
  const [runs, before] = await seeRuns(db, unit, [set(campaign), set(run.previous)], {
    k: publicThreshold,
    now,
  });
  const seen = runs?.get(run.form);
  if (!runs || !seen) throw new Refusal('not-found');
  const span = { from: 0, to: 0 };
  const base: Base = {
    title: run.title,
    body: bodyOfRun(seen, call.language),
    scorecard: '',
    period: null,
    span,
    runs,
    k: publicThreshold,
    before: before && { span, period: '', runs: before },
  };
  return { place, base, about: campaign, note: { card: campaign, period: '' } };
}

/** Of a place only the units below that may be told of in public. @throws Refusal share-too-low */
function publicPlace(place: PlaceWithAbove): PlaceWithAbove {
  if (!publicKinds.has(place.kind)) throw new Refusal('share-too-low');
  return { ...place, inPublic: true, children: place.children.filter(({ kind }) => publicKinds.has(kind)) };
}

async function ready(call: StaffCall, unit: string, asked: About): Promise<Ready> {
  const { db, now } = call;
  const { place, base, about, note } =
    'campaign' in asked ? await ofRun(call, unit, asked.campaign) : await ofScorecard(call, unit, asked);
  const { before } = base;
  const units = [unit, ...place.children.map(({ id }) => id)];
  const { sets, holds } = await asTold(db, [base.runs, before?.runs ?? new Map()], units, now);
  const [runs = base.runs, past] = sets;
  const card = await composed(db, {
    ...base,
    runs,
    before: before && past && { ...before, runs: past },
    place,
    above: [],
    demo: place.demo,
    now,
    holds,
  });
  // What is signed is what was seen: no note on a figure that is not on it.
  const notes = (await notesOf(call, { ...note, unit }))
    .filter(({ measure }) => card.measures.some(({ id }) => id === measure))
    .map((one) => ({ ...one, mine: false }));
  return { card: { ...card, notes }, about, place };
}

/** Of all that a signer reads; only the moment of reading is another each time. */
const seenOf = (card: ComposedCard) => sha256(frozenText({ ...card, asOf: 0 }));

const yearOf = (now: number) => Number(placeDay(now).slice(0, 4));

const newest = (db: D1Database, unit: string, about: string) =>
  db
    .prepare(
      `${issuedCards} WHERE i.unit = ?1 AND i.about = ?2 AND x.id IS NULL ORDER BY i.signed_at DESC LIMIT 1`,
    )
    .bind(unit, about)
    .first<IssuedRow>();

const nextNumber = async (db: D1Database, unit: string, year: number): Promise<number> => {
  const row = await db
    .prepare('SELECT coalesce(max(number), 0) AS n FROM issued_card WHERE unit = ?1 AND year = ?2')
    .bind(unit, year)
    .first<{ n: number }>();
  return (row?.n ?? 0) + 1;
};

/** In whose name a unit signed last; the settings know it of the whole house, and else there is only what it is called. */
async function organiserOf(db: D1Database, { id, above, organiser, name }: PlaceWithAbove): Promise<string> {
  if (above.length === 0 && organiser !== '') return organiser;
  const last = 'SELECT organiser FROM issued_card WHERE unit = ?1 ORDER BY signed_at DESC LIMIT 1';
  return (await db.prepare(last).bind(id).first<string>('organiser')) ?? name;
}

/** @throws Refusal bad-input, not-found, share-too-low, publication-making */
export async function previewSign(
  call: StaffCall,
  unit: string,
  asked: { scorecard?: string | undefined; period?: string | undefined; campaign?: string | undefined },
): Promise<Output<typeof previewIssue>> {
  const { db, now, actor, origin } = call;
  const { scorecard, period, campaign } = asked;
  const about = campaign ? { campaign } : scorecard && period ? { scorecard, period } : undefined;
  if (!about) throw new Refusal('bad-input', { where: 'scorecard' });
  const { card, place, about: key } = await ready(call, unit, about);
  const year = yearOf(now);
  const [number, before, organiser, seen] = await Promise.all([
    nextNumber(db, unit, year),
    newest(db, unit, key),
    organiserOf(db, place),
    seenOf(card),
  ]);
  return {
    card,
    seen,
    maySign: covers(actor, place.path, ['admin', 'leader']),
    signer: actor.name,
    organiser,
    year,
    number,
    before: before && issuedLine(origin, before),
  };
}

/** Two who sign at once want the same number: one of them takes the next. */
const tries = 5;

/** @throws Refusal issue-empty, issued-already, stale, share-too-low, not-found, publication-making */
export async function sign(
  call: StaffCall,
  { unit, issued: id }: { unit: string; issued: string },
  asked: Given<typeof issueCard>,
): Promise<Output<typeof issueCard>> {
  const { db, now, actor, origin } = call;
  for (let round = 1; ; round++) {
    const there = await readIssued(db, id);
    if (there) {
      if (there.unit !== unit) throw new Refusal('not-found');
      return issuedOf(origin, there);
    }
    const { card, about, place } = await ready(call, unit, asked.about);
    if (
      !card.measures.some(
        ({ figure }) =>
          figure.value !== null || ['few', 'alike', 'beside', 'closed'].includes(figure.why ?? ''),
      )
    )
      throw new Refusal('issue-empty');
    const last = await newest(db, unit, about);
    // What was signed stands until a correction names it and says why.
    if ((last?.id ?? null) !== asked.corrects || (asked.corrects !== null && asked.reason === ''))
      throw new Refusal('issued-already');
    if ((await seenOf(card)) !== asked.seen) throw new Refusal('stale');
    const year = yearOf(now);
    const row = {
      id,
      unit,
      year,
      number: await nextNumber(db, unit, year),
      signer: asked.signer,
      signed_at: now,
      organiser: asked.organiser,
      corrects: asked.corrects,
      reason: asked.reason,
    };
    const code = await sha256(canonicalOf(row, card));
    try {
      await db.batch([
        insert<typeof issued_card>(db, 'issued_card', {
          ...row,
          about,
          title: card.title,
          card: JSON.stringify(card),
          sha256: code,
          signed_by: actor.id,
          phone: place.phone,
        }),
        record(db, {
          at: now,
          actor: actor.id,
          act: asked.corrects === null ? 'scorecard.sign' : 'scorecard.correct',
          target: id,
          path: place.path,
          detail: { title: card.title, year, number: row.number },
        }),
      ]);
    } catch (thrown) {
      if (round >= tries || !(thrown instanceof Error) || !thrown.message.includes('UNIQUE')) throw thrown;
    }
  }
}
