// An election with a contest for one building and a candidate, put straight into the tables.
import type { Days } from '../../schema/elections/days.ts';

export const plantedDays: Days = {
  roll: '2026-01-01',
  objections: '2026-01-06',
  nominate: '2026-01-10',
  candidates: '2026-01-15',
  checkIn: null,
  vote: '2026-01-25',
  voteEnd: '2026-01-25',
  opens: '08:00',
  closes: '20:00',
  result: '2026-01-28',
};

const rule = {
  name: { zh: '得票最多', en: 'Most votes' },
  about: { zh: '得票多的当选。', en: 'Most votes win.' },
  caution: null,
  rounds: {
    first: {
      need: {
        sources: [
          { text: { zh: '本地规则', en: 'Local rule' }, article: null, standing: 'local', verified: false },
        ],
      },
    },
  },
};

let made = 0;

export async function plantElection(
  db: D1Database,
  unit: string,
  { building = 'b1', days = plantedDays }: { building?: string; days?: Days } = {},
): Promise<{ election: string; slug: string; contest: string }> {
  const n = ++made;
  const election = `election${n}`;
  const slug = `vote${String(n).padStart(4, '0')}`;
  const contest = `contest${n}`;
  await db.batch([
    db
      .prepare(
        `INSERT INTO election (id, slug, unit, title, post, preset, pack, days, organiser, phone, created_by, created_at)
         VALUES (?1, ?2, ?3, '推选楼栋长', '楼栋长', 'sealed', ?4, ?5, '居委会', '8700000', 'staffmayor', 1)`,
      )
      .bind(election, slug, unit, JSON.stringify(rule), JSON.stringify(days)),
    db
      .prepare(
        `INSERT INTO contest (id, election, unit, path, name, above, position, seats, state)
         SELECT ?1, ?2, id, path, name, '滨河社区', 1, 1, 'preparing' FROM unit WHERE id = ?3`,
      )
      .bind(contest, election, building),
    db
      .prepare(
        `INSERT INTO candidate (id, contest, position, name, source, state, consent, at)
         VALUES (?1 || 'a', ?1, 1, '王秀英', 'self', 'accepted', 1, 1), (?1 || 'b', ?1, 2, '李建国', 'self', 'accepted', 0, 1),
           (?1 || 'c', ?1, 3, '赵六', 'self', 'proposed', 1, 1)`,
      )
      .bind(contest),
  ]);
  return { election, slug, contest };
}
