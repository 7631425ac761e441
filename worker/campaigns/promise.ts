// What a run promises about names must hold for the form that it asks; and no ballot is counted in public before its end.
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { namesNeeded, titlesOf } from '../../schema/form/identifying.ts';
import { readVersion } from '../forms/store.ts';
import { Refusal } from '../http/refusal.ts';

/** @throws Refusal version-unknown */
export async function asksIn(db: D1Database, form: string, version: number): Promise<Definition> {
  const stored = await readVersion(db, form, version);
  if (!stored) throw new Refusal('version-unknown');
  return definitionShape().parse(JSON.parse(stored.definition));
}

/** @throws Refusal names-needed when no names are kept and this form can't be answered without one */
export function keepsPromise(named: boolean, asks: Definition): void {
  const needed = named ? [] : namesNeeded(asks);
  if (needed.length > 0) throw new Refusal('names-needed', { titles: titlesOf(needed) });
}

/** @throws Refusal ballot-open: who sees how a vote stands votes otherwise */
export function mayShowEarly(kind: string): void {
  if (kind === 'election' || kind === 'owner-vote') throw new Refusal('ballot-open');
}
