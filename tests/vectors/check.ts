// Runs the cases of one vector file against the product's code and says, line by line, what came out.
import { agreement } from './agreement.ts';
import type { Case, Compared, Kind, Printed } from './case.ts';
import { differencing } from './differencing.ts';
import { cascade, election, proxy } from './election.ts';
import { evaluation } from './evaluation.ts';
import { interval } from './interval.ts';
import { ownerVote, silence } from './owner-vote.ts';
import { ranking } from './ranking.ts';
import { score } from './score.ts';
import { suppression } from './suppression.ts';
import { textImport } from './text-import.ts';
import { weighting } from './weighting.ts';

const kinds: Readonly<Record<string, Kind | Compared>> = {
  'owner-vote': ownerVote,
  'rank-set': ranking,
  'text-import': textImport,
  agreement,
  cascade,
  differencing,
  election,
  evaluation,
  interval,
  proxy,
  score,
  silence,
  suppression,
  weighting,
};

export interface Report {
  lines: string[];
  passed: number;
  failed: number;
  /** false when there is no code for the kind */
  known: boolean;
}

const isCase = (value: unknown): value is Case =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** @throws Error when the text is not a vector file */
export function check(text: string): Report {
  const file: unknown = JSON.parse(text);
  if (typeof file !== 'object' || file === null || !('kind' in file) || !('cases' in file))
    throw new Error('not a vector file: kind and cases are missing');
  const name = String(file.kind);
  if (!Array.isArray(file.cases) || !file.cases.every(isCase))
    throw new Error('not a vector file: every case needs an id');
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) return { lines: [`kind ${name} has no code yet`], passed: 0, failed: 0, known: false };
  const results = file.cases.map((one) => {
    const wrong = mismatch(kind, one);
    return { ok: wrong === undefined, line: `${name} ${one.id} ${wrong ?? 'ok'}` };
  });
  return {
    lines: results.map(({ line }) => line),
    passed: results.filter(({ ok }) => ok).length,
    failed: results.filter(({ ok }) => !ok).length,
    known: true,
  };
}

/** Undefined when every expectation that the case prints is met. */
function mismatch(kind: Kind | Compared, one: Case): string | undefined {
  try {
    if ('compare' in kind) return kind.compare(one);
    const got = kind.compute(one);
    const printed = Object.keys(got).filter((key) => key in one);
    // A case whose expectations are all misspelt must not pass for lack of anything to compare.
    if (printed.length === 0) return 'mismatch: expected nothing that is known, got nothing to compare';
    const wrong = printed.filter((key) => !near(one[key], got[key], kind.tolerance));
    if (wrong.length === 0) return undefined;
    const show = (value: (key: string) => unknown) =>
      wrong.map((key) => `${key} ${JSON.stringify(value(key))}`).join(', ');
    return `mismatch: expected ${show((key) => one[key])}, got ${show((key) => got[key])}`;
  } catch (error) {
    return `mismatch: expected a readable case, got ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Equal as far as the case prints it: names that it leaves out are not compared. */
function near(expected: unknown, got: Printed | undefined, tolerance: number): boolean {
  if (typeof expected === 'number') return typeof got === 'number' && Math.abs(expected - got) <= tolerance;
  if (Array.isArray(expected))
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((one, at) => near(one, got[at], tolerance))
    );
  if (typeof expected !== 'object' || expected === null) return expected === got;
  if (typeof got !== 'object' || got === null) return false;
  const names = new Map<string, Printed>(Object.entries(got));
  return Object.entries(expected).every(([name, one]) => near(one, names.get(name), tolerance));
}
