// How long it takes to rank a whole city in an evaluation: from its rows, over HTTP, with awards and how far raters agree.
import { performance } from 'node:perf_hooks';
import type { Rules } from '../../schema/evaluations/scheme.ts';
import { dice } from '../property/random-elections.ts';
import type { BigCity } from './big-city.ts';

const groups = ['residents', 'grid', 'property', 'community', 'experts'] as const;
const criteria = 20;
const ratersEach = { residents: 8, grid: 1, property: 1, community: 1, experts: 3 };

const rules: Rules = {
  indicators: Array.from({ length: criteria }, (_, at) => ({
    id: `i${at}`,
    title: `第 ${at + 1} 项`,
    criteria: '',
    weight: 5,
    most: 20,
  })),
  groups: groups.map((id) => ({
    id,
    weight: 20,
    minimum: id === 'residents' ? 5 : 1,
    middle: id === 'residents' ? { rule: 'trimmed', percent: 20, from: 5 } : { rule: 'mean' },
  })),
  missing: 'incomplete',
  deductions: [{ id: 'heap', title: '堆物', tenths: 10, photo: false }],
  deductionCap: 10,
  bonuses: [],
  bonusCap: 0,
  vetoes: [],
  gates: [],
  bands: [{ id: 'model', from: 60 }],
  awards: [{ id: 'flag', title: '流动红旗', places: 100 }],
  tie: { by: ['residents', 'deductions'], rest: 'all' },
};

async function plant({ runtime, buildings }: BigCity): Promise<string> {
  const die = dice(7);
  const { db } = runtime;
  const id = 'benchevaluation';
  const list = () => JSON.stringify(Array.from({ length: criteria }, () => die(21)));
  const marks = buildings.flatMap((building) =>
    groups.flatMap((group) =>
      Array.from({ length: ratersEach[group] }, (_, at) => [building, group, `r${at}`, list()]),
    ),
  );
  await db.batch([
    db
      .prepare(
        `INSERT INTO evaluation (id, unit, title, rules, rules_sha256, version, state, closes_at, appeal_days, appeals_until,
           organiser, phone, created_by, created_at) VALUES (?1, 'city', 'bench', ?2, '', 1, 'provisional', 1, 7, 1, '', '', '', 1)`,
      )
      .bind(id, JSON.stringify(rules)),
    db
      .prepare(
        `INSERT INTO evaluation_subject (evaluation, id, unit, path, name, above, person, position)
         SELECT ?1, u.id, u.id, u.path, u.name, '', '', u.position FROM unit u WHERE u.kind = 'building'`,
      )
      .bind(id),
  ]);
  for (let start = 0; start < marks.length; start += 2_000)
    await db
      .prepare(
        `INSERT INTO evaluation_mark (evaluation, subject, grp, rater, marks, at)
         SELECT ?1, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, 1 FROM json_each(?2) j`,
      )
      .bind(id, JSON.stringify(marks.slice(start, start + 2_000)))
      .run();
  return id;
}

/** Seconds of the middle one of three, and how many were ranked. */
export async function measureEvaluating(city: BigCity): Promise<{ seconds: number; ranked: number }> {
  const id = await plant(city);
  const times: number[] = [];
  let ranked = 0;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const reply = await fetch(new URL(`/api/evaluations/${id}/board`, city.runtime.url), {
      headers: { cookie: city.cookie },
    });
    const board: { lines: { score: number | null }[] } = await reply.json();
    times.push((performance.now() - start) / 1000);
    ranked = board.lines.filter(({ score }) => score !== null).length;
  }
  return { seconds: times.sort((a, b) => a - b)[1] ?? Number.POSITIVE_INFINITY, ranked };
}
