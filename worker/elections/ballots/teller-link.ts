// Who comes with a teller's link.
import { normalizeCode } from '../../../schema/ids.ts';
import { sha256 } from '../../db/hash.ts';
import { Refusal } from '../../http/refusal.ts';

export interface TellerRow {
  id: string;
  election: string;
  path: string;
  name: string;
  opening_key: string | null;
  signing_key: string | null;
  proved_at: number | null;
  rev: number;
}

/** @throws Refusal teller-link */
export async function tellerOf(db: D1Database, link: string): Promise<TellerRow> {
  const row = await db
    .prepare('SELECT * FROM teller WHERE link_hash = ?1 AND removed_at IS NULL')
    .bind(await sha256(normalizeCode(link)))
    .first<TellerRow>();
  if (!row) throw new Refusal('teller-link');
  return row;
}

/** A contest of the teller's election under their unit that is frozen already, with this teller's keys. */
export const fixedBy = (
  teller: string,
) => `EXISTS (SELECT 1 FROM contest c WHERE c.election = ${teller}.election
  AND c.issuer IS NOT NULL AND instr(c.path, ${teller}.path) = 1)`;
