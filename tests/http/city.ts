// A small city on the built Worker, for tests: real D1, seeded units and staff, and clients that are signed in.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { createCampaign } from '../../schema/api/campaigns.ts';
import type { Body, Role } from '../../schema/api/endpoint.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { migrate } from '../../worker/host/migrate.ts';
import { openRuntime, type Runtime } from '../../worker/host/runtime.ts';

export const origin = 'http://localhost:8787';
export const ballotSecret = 'a secret of the Worker for tests, 40 signs';

/** id, parent, kind, households. Two streets that must never see each other; five levels down to a building. */
const tree = [
  ['city', null, 'city', 0],
  ['east', 'city', 'street', 0],
  ['west', 'city', 'street', 0],
  ['e1', 'east', 'community', 0],
  ['e2', 'east', 'community', 0],
  ['w1', 'west', 'community', 0],
  ['e1g', 'e1', 'grid', 0],
  ['e1h', 'e1', 'grid', 0],
  ['e2g', 'e2', 'grid', 0],
  ['w1g', 'w1', 'grid', 0],
  ['b1', 'e1g', 'building', 40],
  ['b2', 'e1g', 'building', 36],
  ['b3', 'e1h', 'building', 24],
  ['b4', 'e2g', 'building', 60],
  ['b5', 'w1g', 'building', 48],
  ['b6', 'w1g', 'building', 30],
] as const;

/** login → role and unit */
const accounts: Record<string, { role: Role; unit: string }> = {
  mayor: { role: 'admin', unit: 'city' },
  eastadmin: { role: 'admin', unit: 'east' },
  easteditor: { role: 'editor', unit: 'east' },
  easthelper: { role: 'helper', unit: 'east' },
  eastleader: { role: 'leader', unit: 'east' },
  e1leader: { role: 'leader', unit: 'e1' },
  westadmin: { role: 'admin', unit: 'west' },
  westeditor: { role: 'editor', unit: 'west' },
};
export type Login = keyof typeof accounts;

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** whatever came as JSON: its shape is what a test asks of it */
  body: ReturnType<JSON['parse']>;
}

/** What was answered. @throws Error where it was refused */
export const must = (reply: Reply): Reply['body'] => {
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`);
  return reply.body;
};
export const refused = (reply: Reply) => [reply.status, reply.body?.code];

export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

export interface City {
  runtime: Runtime;
  url: string;
  readonly db: D1Database;
  /** without a session */
  anyone: Client;
  as(login: Login): Client;
  token(login: Login): string;
  path(unit: string): string;
  /** A published form of the east street (or of the city) and its id. */
  publishForm(definition: Definition, by?: Login, unit?: string): Promise<{ form: string; rev: number }>;
  /** An open campaign over everything under `unit`. */
  openCampaign(
    form: string,
    options?: Partial<Body<typeof createCampaign>> & { by?: Login; unit?: string },
  ): Promise<{ id: string; slug: string }>;
  close(): Promise<void>;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const pathOf = (unit: string): string => {
  const parent = tree.find(([id]) => id === unit)?.[1];
  return `${parent ? pathOf(parent) : '/'}${unit}/`;
};
export const day = 86_400_000;

/** What opens a run over a unit from now on for a week. */
export const runOf = (form: string, unit: string) => ({
  form,
  scope: [unit],
  opensAt: Date.now() - 1000,
  closesAt: Date.now() + 7 * day,
  access: 'anyone',
  named: false,
  organiser: '滨河社区居委会',
  phone: '0714-8700000',
  keepDays: 90,
});

/** `at`: the public origin, when a front serves the pages too. */
export async function openCity(at = origin): Promise<City> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-test-'));
  if (process.env.EMPTY_CITY) await cp(process.env.EMPTY_CITY, dataDir, { recursive: true });
  const runtime = await openRuntime({ dataDir, vars: { ORIGIN: at, BALLOT_SECRET: ballotSecret } });
  await migrate(runtime.db);
  await seed(runtime.db);
  const client =
    (cookie?: string): Client =>
    async (method, path, body, headers = {}) => {
      const response = await fetch(runtime.url.replace(/\/$/, '') + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(body === undefined && method !== 'POST'
            ? {}
            : {
                'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
              }),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: bodyOf(body) }),
      });
      const text = await response.text();
      const json =
        response.headers.get('content-type')?.includes('json') &&
        !response.headers.get('content-type')?.includes('ndjson');
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: json ? JSON.parse(text) : undefined,
      };
    };
  const token = (login: Login) => `token-of-${login}`;
  const as = (login: Login) => client(`__Host-linli=${token(login)}`);
  return {
    runtime,
    url: runtime.url.replace(/\/$/, ''),
    get db() {
      return runtime.db;
    },
    anyone: client(),
    as,
    token,
    path: pathOf,
    async publishForm(definition, by = 'mayor', unit = 'city') {
      const form = must(await as(by)('POST', `/api/units/${unit}/forms`, { kind: 'survey', definition }));
      must(await as(by)('POST', `/api/forms/${form.id}/versions`, { rev: form.rev }));
      return { form: form.id, rev: form.rev };
    },
    async openCampaign(form, { by = 'mayor', unit = 'city', ...options } = {}) {
      const body = { ...runOf(form, unit), named: true, ...options };
      const campaign = must(await as(by)('POST', `/api/units/${unit}/campaigns`, body));
      return { id: campaign.id, slug: campaign.slug };
    },
    async close() {
      await runtime.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Text and bytes go as they are, everything else as JSON. */
const bodyOf = (body: unknown) =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);

async function seed(db: D1Database): Promise<void> {
  const now = Date.now();
  const statements = tree.map(([id, parent, kind, households], position) =>
    db
      .prepare(
        `INSERT INTO unit (id, root, parent, kind, name, code, path, position, households)
         VALUES (?1, 'city', ?2, ?3, ?4, ?1, ?5, ?6, ?7)`,
      )
      .bind(id, parent, kind, `${id} ${kind}`, pathOf(id), position, households),
  );
  for (const [id, , kind] of tree)
    if (kind === 'building')
      statements.push(
        db
          .prepare('INSERT INTO building_code (code, unit, created_at) VALUES (?1, ?2, ?3)')
          .bind(`page${id}`, id, now),
      );
  for (const [login, { role, unit }] of Object.entries(accounts)) {
    statements.push(
      db
        .prepare('INSERT INTO staff (id, login, name, home, created_at) VALUES (?1, ?2, ?2, ?3, ?4)')
        .bind(`staff${login}`, login, unit, now),
      db
        .prepare('INSERT INTO staff_grant (staff, role, unit) VALUES (?1, ?2, ?3)')
        .bind(`staff${login}`, role, unit),
      db
        .prepare('INSERT INTO session (token_hash, staff, created_at, seen_at) VALUES (?1, ?2, ?3, ?3)')
        .bind(sha256(`token-of-${login}`), `staff${login}`, now),
    );
  }
  await db.batch(statements);
}

/** Ids as a browser mints them. */
const drawn = (letters: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(letters)), (byte) =>
    '0123456789abcdefghjkmnpqrstvwxyz'.charAt(byte & 31),
  ).join('');
export const responseId = () => drawn(24);
export const fileId = () => drawn(52);
