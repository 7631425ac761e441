// The permanent page of a building: what is open, announced and finished, and who leads it. It never dies.
import type { Output } from '../../schema/api/endpoint.ts';
import type { getBuildingPage } from '../../schema/api/fill.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { minutesOf } from '../../schema/form/minutes.ts';
import { normalizeCode } from '../../schema/ids.ts';
import { electedNames } from '../elections/counting/elected.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { publicResult, steppedResult } from '../scorecards/result.ts';
import { type CampaignRow, phaseOf } from './facts.ts';

/** Finished campaigns shown, newest first. */
const finishedShown = 10;
const contestsShown = 5;

interface UnitRow {
  id: string;
  kind: string;
  name: string;
  path: string;
  contact: string | null;
  revoked_at: number | null;
  above: string | null;
  demo: number;
}

type Contest = Output<typeof getBuildingPage>['contests'][number];
interface ElectedRow extends Omit<Contest, 'elected'> {
  /** JSON */
  elected: string | null;
}

/** @throws Refusal not-found; with `replaced` when the code was replaced by a new one */
export async function buildingPage(call: Call, code: string): Promise<Output<typeof getBuildingPage>> {
  const { db, now } = call;
  const typed = normalizeCode(code);
  const [units, campaigns, contests] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT u.id, u.kind, u.name, u.path, u.contact, b.revoked_at, coalesce(s.body ->> '$.demo', 0) AS demo,
           (SELECT group_concat(name, ' ') FROM (SELECT a.name FROM unit a, json_each('["' || replace(trim(u.path, '/'), '/', '","') || '"]') p
             WHERE a.id = p.value AND a.id <> u.id AND a.parent IS NOT NULL ORDER BY length(a.path))) AS above
         FROM building_code b JOIN unit u ON u.id = b.unit LEFT JOIN setting s ON s.root = u.root WHERE b.code = ?1`,
      )
      .bind(typed),
    db
      .prepare(
        `SELECT c.*, v.definition, EXISTS (SELECT 1 FROM shown_result s WHERE s.campaign = c.id) AS shown
         FROM building_code b JOIN campaign_unit t ON t.unit = b.unit AND t.answers = 1
         JOIN campaign c ON c.id = t.campaign JOIN form_version v ON v.form = c.form AND v.number = c.version
         WHERE b.code = ?1 AND b.revoked_at IS NULL AND c.listed = 1 ORDER BY c.closes_at DESC LIMIT 50`,
      )
      .bind(typed),
    db
      .prepare(
        `SELECT e.slug, c.id AS contest, e.title, e.post, c.seats, c.state,
           iif(e.preset = 'nominations', NULL, coalesce(c.days, e.days) ->> '$.vote') AS vote,
           iif(c.announced_at IS NULL, NULL, ${electedNames}) AS elected
         FROM building_code b JOIN contest c ON c.unit = b.unit JOIN election e ON e.id = c.election
         WHERE b.code = ?1 AND e.listed = 1 AND c.state <> 'cancelled' AND NOT EXISTS
           (SELECT 1 FROM contest n WHERE n.election = c.election AND n.unit = c.unit AND n.round > c.round)
         ORDER BY e.created_at DESC LIMIT ?2`,
      )
      .bind(typed, contestsShown),
  ]);
  const unit = units?.results[0] as UnitRow | undefined;
  if (!unit) throw new Refusal('not-found');
  if (unit.revoked_at !== null) throw new Refusal('not-found', {}, { replaced: true });
  type Run = CampaignRow & { outcome: string; definition: string; shown: number };
  const runs = (campaigns?.results ?? []) as Run[];
  const inPhase = (...phases: string[]) => runs.filter((run) => phases.includes(phaseOf(run, now)));
  const finished = inPhase('closed').slice(0, finishedShown);
  const results = await Promise.all(
    finished.map((run) =>
      run.live_result === 1 || run.shown === 1
        ? steppedResult(call, run.id, run.unit)
        : publicResult(call, run, unit.id),
    ),
  );
  return {
    unit: { id: unit.id, kind: unit.kind, name: unit.name },
    above: unit.above ?? '',
    contact: unit.contact ? (JSON.parse(unit.contact) as { name: string; phone: string }) : null,
    open: inPhase('open', 'paused').map((run) => listed(run, now)),
    coming: inPhase('coming').map((run) => listed(run, now)),
    finished: finished.map((run, index) => ({
      ...listed(run, now),
      outcome: run.outcome,
      result: results[index] ?? null,
    })),
    contests: ((contests?.results ?? []) as ElectedRow[]).map(({ elected, ...one }) => ({
      ...one,
      elected: elected === null ? null : (JSON.parse(elected) as string[]),
    })),
    demo: unit.demo === 1,
  };
}

const listed = (run: CampaignRow & { definition: string }, now: number) => ({
  slug: run.slug,
  kind: run.kind,
  title: run.title,
  phase: phaseOf(run, now),
  opensAt: run.opens_at,
  closesAt: run.closes_at,
  organiser: run.organiser,
  named: run.named === 1,
  minutes: minutesOf(JSON.parse(run.definition) as Definition),
  liveResult: run.live_result === 1,
});
