// Cards that were signed off, as they are kept.
import type { ComposedCard } from '../../../schema/api/composed.ts';
import type { Issued, IssuedLine } from '../../../schema/api/issued.ts';
import { frozenText } from '../../../schema/scorecards/frozen.ts';

export interface IssuedRow {
  id: string;
  unit: string;
  kind: string;
  name: string;
  year: number;
  number: number;
  about: string;
  title: string;
  card: string;
  sha256: string;
  signer: string;
  signed_by: string;
  signed_at: number;
  organiser: string;
  phone: string;
  corrects: string | null;
  reason: string;
  corrects_year: number | null;
  corrects_number: number | null;
  next: string | null;
  next_year: number | null;
  next_number: number | null;
}

export const issuedCards = `SELECT i.*, i.card ->> '$.unit.kind' AS kind, i.card ->> '$.unit.name' AS name,
    c.year AS corrects_year, c.number AS corrects_number, x.id AS next, x.year AS next_year, x.number AS next_number
  FROM issued_card i LEFT JOIN issued_card c ON c.id = i.corrects LEFT JOIN issued_card x ON x.corrects = i.id`;

export const issuedLine = (origin: string, row: IssuedRow): IssuedLine => ({
  id: row.id,
  unit: { id: row.unit, kind: row.kind, name: row.name },
  title: row.title,
  year: row.year,
  number: row.number,
  signer: row.signer,
  signedAt: row.signed_at,
  sha256: row.sha256,
  corrects:
    row.corrects === null || row.corrects_year === null || row.corrects_number === null
      ? null
      : { id: row.corrects, year: row.corrects_year, number: row.corrects_number, reason: row.reason },
  correctedBy:
    row.next === null || row.next_year === null || row.next_number === null
      ? null
      : { id: row.next, year: row.next_year, number: row.next_number },
  page: `${origin}/i/${row.id}`,
  data: `${origin}/api/open/issued/${row.id}`,
});

/** What the check code is of. */
export const canonicalOf = (
  row: Pick<
    IssuedRow,
    'id' | 'unit' | 'year' | 'number' | 'signer' | 'signed_at' | 'organiser' | 'corrects' | 'reason'
  >,
  card: ComposedCard,
): string =>
  frozenText({
    id: row.id,
    unit: row.unit,
    year: row.year,
    number: row.number,
    signer: row.signer,
    signedAt: row.signed_at,
    organiser: row.organiser,
    corrects: row.corrects,
    reason: row.reason,
    card,
  });

export function issuedOf(origin: string, row: IssuedRow): Issued {
  const card: ComposedCard = JSON.parse(row.card);
  const { organiser, phone } = row;
  return { ...issuedLine(origin, row), organiser, phone, card, canonical: canonicalOf(row, card) };
}

export const readIssued = (db: D1Database, id: string) =>
  db.prepare(`${issuedCards} WHERE i.id = ?1`).bind(id).first<IssuedRow>();
