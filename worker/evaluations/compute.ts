// The figures of an evaluation from its rows: one answer of the store a subject and group, whatever the number of raters.
import type { EvaluationBoard } from '../../schema/api/evaluation-shapes.ts';
import type { Recorded, Stored } from '../../schema/evaluations/decision.ts';
import type { GroupKind } from '../../schema/evaluations/scheme.ts';
import { agreementOf, awardsOf, lineOf, type MarkList } from '../../schema/evaluations/score.ts';
import { boardThreshold } from '../../schema/measures/suppression.ts';
import { decidedOf, type EvaluationRow, rulesOf, type SubjectRow, subjectOf, subjectsOf } from './store.ts';

interface MarksRow {
  subject: string;
  grp: GroupKind;
  marks: string;
  raters: string;
}
interface FoundRow extends Recorded {
  subject: string;
}

/** Marks of a subject ('' for all), its findings that stand, and its appeals by state. */
const rowsOf = (db: D1Database, evaluation: string, subject: string) => [
  db
    .prepare(
      `SELECT subject, grp, '[' || group_concat(marks) || ']' AS marks,
         coalesce(group_concat(CASE WHEN grp <> 'residents' THEN rater END), '') AS raters FROM evaluation_mark
       WHERE evaluation = ?1 AND (?2 = '' OR subject = ?2) AND left_out IS NULL GROUP BY subject, grp`,
    )
    .bind(evaluation, subject),
  db
    .prepare(
      `SELECT id, subject, kind, item, coalesce(reading, times) AS times FROM evaluation_finding
       WHERE evaluation = ?1 AND (?2 = '' OR subject = ?2) AND struck_at IS NULL ORDER BY at, id`,
    )
    .bind(evaluation, subject),
];

function ratedOf(ids: readonly string[], marks: readonly MarksRow[], found: readonly FoundRow[]): Stored[] {
  const byId = new Map(
    ids.map((id) => {
      const marks: Partial<Record<GroupKind, MarkList[]>> = {};
      const raters: Partial<Record<GroupKind, string[]>> = {};
      const found: Recorded[] = [];
      return [id, { id, marks, raters, found }];
    }),
  );
  for (const row of marks) {
    const one = byId.get(row.subject);
    if (!one) continue;
    one.marks[row.grp] = JSON.parse(row.marks) as MarkList[];
    one.raters[row.grp] = row.raters.split(',');
  }
  for (const { subject, ...rest } of found) byId.get(subject)?.found.push(rest);
  return [...byId.values()];
}

export async function computeOne(db: D1Database, row: EvaluationRow, subject: string) {
  const [marks, found] = await db.batch<unknown>(rowsOf(db, row.id, subject));
  const [rated = { id: subject, marks: {}, raters: {}, found: [] }] = ratedOf(
    [subject],
    (marks?.results ?? []) as MarksRow[],
    (found?.results ?? []) as FoundRow[],
  );
  const rules = rulesOf(row);
  return { rules, rated, line: lineOf(rules, rated) };
}

export async function compute(db: D1Database, row: EvaluationRow): Promise<EvaluationBoard> {
  const [subjects, marks, found, appeals, popular] = await db.batch<unknown>([
    subjectsOf(db, row.id),
    ...rowsOf(db, row.id, ''),
    db
      .prepare(
        'SELECT id, subject, state, changed, effect FROM evaluation_appeal WHERE evaluation = ?1 ORDER BY at, id',
      )
      .bind(row.id),
    db
      .prepare(
        `SELECT o.unit, sum(y.n) AS n FROM evaluation_subject o JOIN tally y ON y.campaign = ?2 AND y.unit = o.unit
         WHERE o.evaluation = ?1 GROUP BY o.unit HAVING sum(y.n) >= ${boardThreshold}`,
      )
      .bind(row.id, row.campaign ?? ''),
  ]);
  const all = (subjects?.results ?? []) as SubjectRow[];
  const rules = rulesOf(row);
  const rated = ratedOf(
    all.map(({ id }) => id),
    (marks?.results ?? []) as MarksRow[],
    (found?.results ?? []) as FoundRow[],
  );
  const lines = rated.map((one) => lineOf(rules, one));
  return {
    subjects: all.map(subjectOf),
    lines,
    awards: awardsOf(rules, lines, decidedOf(row)),
    agreement: agreementOf(rules, rated),
    popularity: Object.fromEntries(
      ((popular?.results ?? []) as { unit: string; n: number }[]).map(({ unit, n }) => [unit, n]),
    ),
    appeals: (appeals?.results ?? []) as EvaluationBoard['appeals'],
  };
}
