// Published versions never change, and neither do the form that a campaign runs and the day it opened: both stay in this isolate's memory,
// so a submission costs one database call. What may change (state, window, cap) is asked inside the batch.
import { type CompiledForm, compile } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { Tongue } from '../../schema/words/tongues.ts';
import { Refusal } from '../http/refusal.ts';

interface Run {
  campaign: string;
  /** its top */
  unit: string;
  form: string;
  perDevice: boolean;
  named: boolean;
  /** the roll by whose letters it is answered */
  roll: string | null;
  opens: number;
  /** languages that it may be read in besides its own; null: all that it has */
  tongues: readonly Tongue[] | null;
}
const most = 500;
const runs = new Map<string, Run>();
const forms = new Map<string, CompiledForm>();

function keep<T>(map: Map<string, T>, key: string, value: T): T {
  if (map.size >= most) map.delete(map.keys().next().value ?? '');
  map.set(key, value);
  return value;
}

/** Only the contract's routes write them. */
export const tonguesIn = (stored: string | null) =>
  stored === null ? null : (JSON.parse(stored) as Tongue[]);

/** @throws Refusal campaign-unknown */
export async function runOf(db: D1Database, slug: string): Promise<Run> {
  const known = runs.get(slug);
  if (known) return known;
  const row = await db
    .prepare(
      'SELECT id, unit, form, per_device, named, roll, opens_at, tongues FROM campaign WHERE slug = ?1',
    )
    .bind(slug)
    .first<{
      id: string;
      unit: string;
      form: string;
      per_device: number;
      named: number;
      roll: string | null;
      opens_at: number;
      tongues: string | null;
    }>();
  if (!row) throw new Refusal('campaign-unknown');
  return keep(runs, slug, {
    campaign: row.id,
    unit: row.unit,
    form: row.form,
    perDevice: row.per_device === 1,
    named: row.named === 1,
    roll: row.roll,
    opens: row.opens_at,
    tongues: tonguesIn(row.tongues),
  });
}

/** @throws Refusal version-unknown */
export async function compiled(db: D1Database, form: string, version: number): Promise<CompiledForm> {
  const key = `${form}/${version}`;
  const known = forms.get(key);
  if (known) return known;
  const row = await db
    .prepare('SELECT definition FROM form_version WHERE form = ?1 AND number = ?2')
    .bind(form, version)
    .first<{ definition: string }>();
  if (!row) throw new Refusal('version-unknown');
  // It was parsed and checked when it was published.
  return keep(forms, key, compile(JSON.parse(row.definition) as Definition));
}
