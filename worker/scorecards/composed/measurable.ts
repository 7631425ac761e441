// What a measure can be made of in a unit: the forms that were asked there, their lines, and the runs that can be picked.
import type { accessKinds } from '../../../schema/api/common.ts';
import type { listMeasurable } from '../../../schema/api/composed.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import type { StaffCall } from '../../http/context.ts';
import { isScored, type Line, lines } from '../lines.ts';

interface FormRow {
  form: string;
  id: string;
  title: string;
  opens_at: number;
  access: (typeof accessKinds)[number];
  n: number;
  name: string;
  definition: string;
}

/** Forms that a choice can hold. */
const most = 40;

const figuresOf = (line: Line): string[] => {
  const { item } = line;
  const scored = isScored(line);
  const counted = item.sum !== undefined || (item.values ?? []).length > 0;
  return [
    ...(scored ? ['score'] : []),
    ...(scored && !item.marks ? ['satisfied'] : []),
    ...(scored || counted ? ['mean'] : []),
    ...(item.keys.length > 0 && !counted ? ['share'] : []),
  ];
};

export async function measurable({ db }: StaffCall, unit: string): Promise<Output<typeof listMeasurable>> {
  const { results } = await db
    .prepare(
      `SELECT c.form, c.id, c.title, c.opens_at, c.access, f.title AS name, v.definition,
         coalesce((SELECT sum(y.n) FROM tally y WHERE y.campaign = c.id AND y.unit = ?1), 0) AS n
       FROM campaign_unit t INDEXED BY campaign_unit_by_unit JOIN campaign c ON c.id = t.campaign
       JOIN form f ON f.id = c.form JOIN form_version v ON v.form = c.form AND v.number = c.version
       WHERE t.unit = ?1 ORDER BY c.opens_at DESC LIMIT 200`,
    )
    .bind(unit)
    .all<FormRow>();
  const forms = [...new Set(results.map(({ form }) => form))].slice(0, most);
  return {
    forms: forms.map((form) => {
      const runs = results.filter((row) => row.form === form);
      const [newest] = runs;
      const definition: Definition | undefined = newest && JSON.parse(newest.definition);
      return {
        id: form,
        title: newest?.name ?? '',
        lines: (definition ? lines([definition], {}).countable : []).flatMap((line) => {
          const figures = figuresOf(line);
          if (figures.length === 0) return [];
          const { question, row, title, item } = line;
          return [
            {
              question,
              row,
              title,
              figures,
              options: item.keys.flatMap(({ key, label, missing }) => (missing ? [] : [{ key, label }])),
              points: (item.points ?? []).length,
            },
          ];
        }),
        runs: runs.map(({ id, title, opens_at, n, access }) => ({ id, title, opensAt: opens_at, n, access })),
      };
    }),
  };
}
