// All SQL of files. A file is told apart from a stored one by stored_at, from a used one by bound_at.
import type { attachment } from '../../schema/db/tables.ts';

export type AttachmentRow = typeof attachment.$inferSelect;

/** The policy of what residents and authors sent: it can neither run nor be framed. */
export const inert = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Keys in the object store. */
export const attachmentKey = (id: string) => `a/${id}`;
export const mediaKey = (id: string) => `m/${id}`;

/** How often a question's files may be taken out and sent anew while a form is filled in. */
const tries = 4;

/** Registers a file before its bytes are stored, while its campaign is open and its response has room. */
export const insertAttachment = (
  db: D1Database,
  row: Omit<AttachmentRow, 'stored_at' | 'bound_at'>,
  room: { most: number; bytes: number },
) =>
  db
    .prepare(
      `INSERT INTO attachment (id, campaign, response, question, name, media, bytes, sha256, sent_at)
       SELECT ?1, c.id, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM campaign c
       WHERE c.id = +?2 AND c.state = 'open' AND ?9 >= c.opens_at AND ?9 < c.closes_at
         AND (SELECT count(*) FROM attachment a WHERE a.campaign = +?2 AND a.response = ?3 AND a.question = ?4) < ?10
         AND (SELECT coalesce(sum(a.bytes), 0) FROM attachment a WHERE a.campaign = +?2 AND a.response = ?3) + ?7 <= ?11
         AND NOT EXISTS (SELECT 1 FROM response r WHERE r.campaign = +?2 AND r.id = ?3 AND r.state <> 'accepted')
       ON CONFLICT (id) DO NOTHING RETURNING id`,
    )
    .bind(
      row.id,
      row.campaign,
      row.response,
      row.question,
      row.name,
      row.media,
      row.bytes,
      row.sha256,
      row.sent_at,
      room.most * tries,
      room.bytes * tries,
    );

export const readAttachment = (db: D1Database, id: string) =>
  db.prepare('SELECT * FROM attachment WHERE id = ?1').bind(id).first<AttachmentRow>();

/** A file that is sent again is as young as a new one; no row when it was already given up (sweep.ts). */
export const sentAgain = (db: D1Database, id: string, at: number) =>
  db
    .prepare(
      'UPDATE attachment SET sent_at = ?2 WHERE id = ?1 AND stored_at IS NULL AND sent_at > 0 RETURNING id',
    )
    .bind(id, at);

export const markStored = (db: D1Database, id: string, at: number) =>
  db.prepare('UPDATE attachment SET stored_at = ?2 WHERE id = ?1 AND stored_at IS NULL').bind(id, at);

export const insertMedia = (
  db: D1Database,
  row: { id: string; form: string; media: string; bytes: number; by: string; at: number },
) =>
  db
    .prepare(
      'INSERT INTO media (id, form, media, bytes, created_by, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
    )
    .bind(row.id, row.form, row.media, row.bytes, row.by, row.at);

export const readMedia = (db: D1Database, id: string) =>
  db
    .prepare('SELECT media, bytes FROM media WHERE id = ?1')
    .bind(id)
    .first<{ media: string; bytes: number }>();
