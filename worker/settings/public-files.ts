// What chat programs fetch from the root of the site: files that prove a domain, and the picture of shared links.
import type { Settings } from '../../schema/api/settings.ts';

/** Content of a domain file of any city on this server. */
export async function domainFile(db: D1Database, name: string): Promise<string | undefined> {
  const row = await db
    .prepare(
      `SELECT f.value ->> '$.content' AS content FROM setting s, json_each(s.body, '$.domainFiles') f
       WHERE f.value ->> '$.name' = ?1 LIMIT 1`,
    )
    .bind(name)
    .first<{ content: string }>();
  return row?.content;
}

export async function sharePicture(
  db: D1Database,
  root: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const row = await db
    .prepare(`SELECT body ->> '$.sharePicture' AS url FROM setting WHERE root = ?1`)
    .bind(root)
    .first<{ url: Settings['sharePicture'] | null }>();
  const [, type, data] = /^data:(image\/(?:png|jpeg));base64,(.+)$/.exec(row?.url ?? '') ?? [];
  if (!type || !data) return undefined;
  return { type, bytes: Uint8Array.from(atob(data), (char) => char.charCodeAt(0)) };
}
