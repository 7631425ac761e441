// The settings of a root unit, and what of them stands on every resident's page.
import { noSettings, type Settings } from '../../schema/api/settings.ts';
import type { Call } from '../http/context.ts';

interface Row {
  root: string;
  body: string | null;
  rev: number | null;
}

const merged = (body: string | null): Settings =>
  // A setting added later is missing from what was stored before.
  body === null ? noSettings : { ...noSettings, ...(JSON.parse(body) as Partial<Settings>) };

/** Settings of a root, with the revision to save them at (0: never saved). */
export async function settingsOf(db: D1Database, root: string): Promise<{ settings: Settings; rev: number }> {
  const row = await db.prepare('SELECT root, body, rev FROM setting WHERE root = ?1').bind(root).first<Row>();
  return { settings: merged(row?.body ?? null), rev: row?.rev ?? 0 };
}

/** What stands at the foot and in the head of a resident's page. */
export interface Footer {
  organiser: string;
  phone: string;
  icp: string;
  police: string;
  privacy: string;
  shareTitle: string;
  /** address of the picture for shared links; empty: the shipped one */
  sharePicture: string;
  demo: boolean;
}

/** For the campaign of this slug; without one, for the city when there is only one on this server. */
export async function footer(call: Pick<Call, 'db' | 'origin'>, slug?: string): Promise<Footer> {
  const found =
    slug === undefined
      ? call.db.prepare(
          `SELECT u.id AS root, s.body FROM unit u LEFT JOIN setting s ON s.root = u.id
           WHERE u.parent IS NULL AND u.path >= '/' AND u.path < '0' LIMIT 2`,
        )
      : call.db
          .prepare(
            `SELECT u.root, s.body FROM campaign c JOIN unit u ON u.id = c.unit LEFT JOIN setting s ON s.root = u.root
             WHERE c.slug = ?1`,
          )
          .bind(slug);
  const { results } = await found.all<Row>();
  const row = results.length === 1 ? results[0] : undefined;
  const { organiser, phone, icp, police, privacy, shareTitle, sharePicture, demo } = merged(
    row?.body ?? null,
  );
  return {
    organiser,
    phone,
    icp,
    police,
    privacy,
    shareTitle,
    sharePicture: row && sharePicture ? pictureAddress(call.origin, row.root) : '',
    demo,
  };
}

/** Chat programs fetch the picture by itself, so it needs an address; see public-files.ts. */
export const pictureAddress = (origin: string, root: string) => `${origin}/share/${root}.png`;
