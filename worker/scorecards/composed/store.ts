// Scorecards as they are kept, and the units that they are read at.
import type { KeptScorecard } from '../../../schema/api/composed.ts';
import type { Body } from '../../../schema/scorecards/body.ts';
import type { StaffCall } from '../../http/context.ts';
import { covers } from '../../http/policy.ts';
import { Refusal } from '../../http/refusal.ts';
import { idsOf } from '../../units/store.ts';
import type { Place } from './sources.ts';

export interface ScorecardRow {
  id: string;
  unit: string;
  kind: string;
  name: string;
  path: string;
  title: string;
  body: string;
  template: number;
  updated_at: number;
  removed_at: number | null;
  rev: number;
}

export const scorecards = `SELECT s.*, u.kind, u.name, u.path FROM scorecard s JOIN unit u ON u.id = s.unit`;

export const bodyOf = ({ body }: Pick<ScorecardRow, 'body'>): Body => JSON.parse(body) as Body;

export const keptOf = ({ actor }: StaffCall, row: ScorecardRow): KeptScorecard => ({
  id: row.id,
  unit: { id: row.unit, kind: row.kind, name: row.name },
  title: row.title,
  template: row.template === 1,
  body: bodyOf(row),
  rev: row.rev,
  updatedAt: row.updated_at,
  removed: row.removed_at !== null,
  mayEdit: covers(actor, row.path, ['admin', 'editor']),
});

/** @throws Refusal not-found */
export async function readRow(db: D1Database, id: string): Promise<ScorecardRow> {
  const row = await db.prepare(`${scorecards} WHERE s.id = ?1`).bind(id).first<ScorecardRow>();
  if (!row) throw new Refusal('not-found');
  return row;
}

export interface PlaceWithAbove extends Place {
  above: { id: string; kind: string; name: string; path: string }[];
  demo: boolean;
  organiser: string;
  phone: string;
}

interface UnitRow {
  id: string;
  kind: string;
  name: string;
  path: string;
}

/** A unit with those above it and the ones in use below, in administrative order. @throws Refusal not-found */
export async function placeOf(db: D1Database, id: string): Promise<PlaceWithAbove> {
  const [self, above, below] = await db.batch<UnitRow & { settings: string | null }>([
    db
      .prepare(
        `SELECT u.id, u.kind, u.name, u.path, s.body AS settings FROM unit u
         LEFT JOIN setting s ON s.root = u.root WHERE u.id = ?1`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT a.id, a.kind, a.name, a.path FROM unit u
         JOIN json_each('["' || replace(trim(u.path, '/'), '/', '","') || '"]') j JOIN unit a ON a.id = j.value
         WHERE u.id = ?1 AND a.id <> ?1 ORDER BY length(a.path)`,
      )
      .bind(id),
    db
      .prepare(
        'SELECT id, kind, name, path FROM unit WHERE parent = ?1 AND retired_at IS NULL ORDER BY position, code',
      )
      .bind(id),
  ]);
  const unit = self?.results[0];
  if (!unit) throw new Refusal('not-found');
  const settings: { demo?: boolean; organiser?: string; phone?: string } = JSON.parse(unit.settings ?? '{}');
  return {
    id: unit.id,
    kind: unit.kind,
    name: unit.name,
    path: unit.path,
    children: below?.results ?? [],
    above: above?.results ?? [],
    demo: settings.demo === true,
    organiser: settings.organiser ?? '',
    phone: settings.phone ?? '',
  };
}

/** Whether a card that is kept at `owner` may be read at a unit: there, or below. */
export const reaches = (owner: string, path: string): boolean => idsOf(path).includes(owner);
