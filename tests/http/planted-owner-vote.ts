// A vote of owners as tests need it: made through the house, then moved in time by hand, since days of notice cannot be
// waited for.
import { deflateSync } from 'node:zlib';
import { crc32 } from '../../web/ui/zip.ts';
import { type City, day, must } from './city.ts';

export type OwnerVoteAt = 'preparing' | 'notice' | 'open' | 'over' | 'closed';

export interface OwnerRow {
  unit?: string;
  door: string;
  name: string;
  area: number;
  holding?: 'sold' | 'unsold' | 'undelivered';
  developer?: boolean;
}

export interface PlantedVote {
  vote: string;
  rev: number;
  roll: string;
  /** in the order of the doors */
  entries: string[];
  /** of the first entry's letter */
  secret: string;
  /** by entry */
  secrets: ReadonlyMap<string, string>;
  /** agree to everything */
  choices: Record<string, 'agree'>;
}

export const twoMatters = [
  { id: 'm1', title: '选聘新的物业公司', text: '合同三年，每平方米 1.2 元。', item: 4 },
  { id: 'm2', title: '筹集维修资金', text: '每平方米 20 元。', item: 6 },
];

/** A small picture in base64, another one for another number. */
export function signatureOf(number = 0, side = 2): string {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (side + 1));
  rows.writeUInt32BE(number, 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: side > 50 ? 0 : 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}

const usual: OwnerRow[] = [
  { door: '101', name: '张三', area: 8950 },
  { door: '102', name: '张三', area: 10_000 },
];

export async function plantOwnerVote(
  city: City,
  state: OwnerVoteAt,
  given: { unit?: string; rows?: readonly OwnerRow[]; settings?: object } = {},
): Promise<PlantedVote> {
  const { unit = 'e1', rows = usual } = given;
  const ask = async (method: string, path: string, body?: unknown) =>
    must(await city.as('mayor')(method, path, body));
  const named = { kind: 'owner', title: '业主名册', note: '' };
  const { id: roll } = await ask('POST', `/api/units/${unit}/rolls`, named);
  const filled = rows.map((row, at) => ({ row: at + 2, unit: 'b1', stairwell: '', ...row }));
  await ask('POST', `/api/rolls/${roll}/import`, { rows: filled, dryRun: false });
  const { rev: filledAt } = (await ask('GET', `/api/rolls/${roll}`)).roll;
  const { rev: drafted } = await ask('PATCH', `/api/rolls/${roll}`, { rev: filledAt, postedAt: Date.now() });
  await ask('POST', `/api/rolls/${roll}/freeze`, { rev: drafted });
  const secrets = new Map<string, string>();
  for (const building of new Set(filled.map((row) => row.unit))) {
    const made = await ask('POST', `/api/rolls/${roll}/letters`, { of: { unit: building }, most: 1000 });
    for (const letter of made.letters) secrets.set(letter.entry, letter.secret);
  }
  const opensAt = Date.now() + 20 * day;
  const asked = {
    title: '换物业',
    organiser: '业委会',
    phone: '0714-8700000',
    opensAt,
    closesAt: opensAt + 7 * day,
  };
  const { id: vote } = await ask('POST', `/api/rolls/${roll}/owner-votes`, asked);
  await ask('PATCH', `/api/owner-votes/${vote}`, { rev: 1, matters: twoMatters, ...given.settings });
  if (state !== 'preparing') {
    const { doubts } = await ask('GET', `/api/owner-votes/${vote}`);
    await ask('POST', `/api/owner-votes/${vote}/step`, { rev: 2, to: 'notice', checked: doubts.length });
    if (state !== 'notice') await moveVote(city, vote, state === 'open' ? 'open' : 'over');
    if (state === 'closed') {
      // One signed ballot of the first owner, so that there is a signature to show.
      const [first] = secrets;
      await moveVote(city, vote, 'open');
      const ballot = {
        secret: first?.[1],
        vote,
        rev: 0,
        choices: agreeing,
        signature: signatureOf(),
        assistant: '',
      };
      await ask('POST', '/api/o/ballot', ballot);
      await moveVote(city, vote, 'over');
      await ask('POST', `/api/owner-votes/${vote}/step`, { rev: 3, to: 'closed' });
    }
  }
  const { rev } = (await ask('GET', `/api/owner-votes/${vote}`)).vote;
  const entries = [...secrets.keys()];
  return {
    vote,
    rev,
    roll,
    entries,
    secret: secrets.get(entries[0] ?? '') ?? '',
    secrets,
    choices: { ...agreeing },
  };
}

const agreeing = { m1: 'agree', m2: 'agree' } as const;

/** Puts the window around now, or before it. */
export async function moveVote(city: City, vote: string, to: 'open' | 'over'): Promise<void> {
  const now = Date.now();
  await city.db
    .prepare('UPDATE owner_vote SET opens_at = ?2, closes_at = ?3 WHERE id = ?1')
    .bind(vote, now - day, to === 'open' ? now + day : now - 1)
    .run();
}
