// What every act is given: the database, the public origin, the time, and the reader's language. No Hono, no request.
import type { Language } from '../../schema/words/language.ts';
import type { Tongue } from '../../schema/words/tongues.ts';

export interface Env {
  DB: D1Database;
  /** files of residents (a/…) and pictures of authors (m/…) */
  FILES: R2Bucket;
  /** public origin, a setting and never taken from a request: https://linli.example.cn */
  ORIGIN: string;
  /** private keys of secret ballots are kept under it; 32 characters or more (`wrangler secret put BALLOT_SECRET`) */
  BALLOT_SECRET?: string;
}

export interface Call {
  db: D1Database;
  origin: string;
  /** milliseconds since 1970 */
  now: number;
  language: Language;
  /** the language of the form's own texts, where one was asked for */
  tongue?: Tongue | undefined;
}

/** Signed-in staff with their roles; `path` is the materialised path of the grant's unit. */
export interface Actor {
  id: string;
  login: string;
  name: string;
  mustChange: boolean;
  grants: readonly { role: import('../../schema/api/endpoint.ts').Role; unit: string; path: string }[];
}

export interface StaffCall extends Call {
  actor: Actor;
}
