// A resident opens a form and finds the own building in the campaign's frozen tree.
import type { Output } from '../../schema/api/endpoint.ts';
import type {
  FillUnit,
  findBuilding,
  openForm as openContract,
  openVersion as versionContract,
} from '../../schema/api/fill.ts';
import { offering } from '../../schema/form/localize.ts';
import { normalizeCode } from '../../schema/ids.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { type CampaignRow, campaignSelect, factsOf } from './facts.ts';
import { compiled, runOf, tonguesIn } from './published.ts';

/** @throws Refusal campaign-unknown */
export async function openForm(call: Call, slug: string): Promise<Output<typeof openContract>> {
  const row = await call.db.prepare(`${campaignSelect} WHERE c.slug = ?1`).bind(slug).first<CampaignRow>();
  if (!row) throw new Refusal('campaign-unknown');
  const { definition } = await compiled(call.db, row.form, row.version);
  return {
    facts: factsOf(row, definition, call.now),
    definition: offering(definition, tonguesIn(row.tongues)),
  };
}

/** @throws Refusal campaign-unknown, version-unknown */
export async function openVersion(
  call: Call,
  slug: string,
  number: number,
): Promise<Output<typeof versionContract>> {
  const { form, tongues } = await runOf(call.db, slug);
  return { number, definition: offering((await compiled(call.db, form, number)).definition, tongues) };
}

interface UnitRow {
  id: string;
  kind: string;
  name: string;
  above: string;
  answers: number;
  children: number;
}
const asUnit = ({ answers, ...row }: UnitRow): FillUnit => ({ ...row, answers: answers === 1 });

const columns = `t.unit AS id, t.kind, t.name, t.above, t.answers,
  (SELECT count(*) FROM campaign_unit b WHERE b.campaign = t.campaign AND b.parent = t.unit) AS children`;

/** At most this many search results; more words find the rest. */
const found = 20;

export async function findUnits(
  call: Call,
  slug: string,
  asked: { search?: string | undefined; parent?: string | undefined },
): Promise<Output<typeof findBuilding>> {
  const { campaign } = await runOf(call.db, slug);
  const words = (asked.search ?? '').normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, 5);
  const rows =
    words.length > 0
      ? await bySearch(call.db, campaign, words)
      : await byParent(call.db, campaign, asked.parent);
  return { units: rows.map(asUnit) };
}

/** Every word must stand in the names on the way to the building; what begins with the words comes first. */
async function bySearch(db: D1Database, campaign: string, words: readonly string[]): Promise<UnitRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM campaign_unit t
       WHERE t.campaign = ?1 AND t.answers = 1
         AND NOT EXISTS (SELECT 1 FROM json_each(?2) w WHERE instr(t.above || ' ' || t.name, w.value) = 0)
       ORDER BY instr(t.name, ?3) <> 1, t.position LIMIT ?4`,
    )
    .bind(campaign, JSON.stringify(words), words.at(-1) ?? '', found)
    .all<UnitRow>();
  return results;
}

/** Units below a parent; below the campaign's top when none is named, or the top itself when it is all there is. */
async function byParent(db: D1Database, campaign: string, parent?: string): Promise<UnitRow[]> {
  const top = '(SELECT unit FROM campaign_unit WHERE campaign = ?1 AND parent IS NULL)';
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM campaign_unit t
       WHERE t.campaign = ?1 AND (t.parent = coalesce(?2, ${top}) OR (?2 IS NULL AND t.parent IS NULL AND t.answers = 1))
       ORDER BY t.position`,
    )
    .bind(campaign, parent ?? null)
    .all<UnitRow>();
  return results;
}

export async function fillUnitOf(call: Call, slug: string, unit: string): Promise<FillUnit | undefined> {
  const { campaign } = await runOf(call.db, slug);
  const row = await call.db
    .prepare(`SELECT ${columns} FROM campaign_unit t WHERE t.campaign = ?1 AND t.unit = ?2`)
    .bind(campaign, unit)
    .first<UnitRow>();
  return row ? asUnit(row) : undefined;
}

/** The unit of a building code, when residents answer for it in this campaign. */
export async function unitByCode(call: Call, slug: string, code: string): Promise<FillUnit | undefined> {
  const row = await call.db
    .prepare('SELECT unit FROM building_code WHERE code = ?1 AND revoked_at IS NULL')
    .bind(normalizeCode(code))
    .first<{ unit: string }>();
  return row ? fillUnitOf(call, slug, row.unit) : undefined;
}
