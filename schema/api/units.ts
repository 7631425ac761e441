// The administrative tree.
import * as z from 'zod/mini';
import { id, kind, maybeWords, rev, time, words } from './common.ts';
import { admins, editors, endpoint, readers, staffOnly } from './endpoint.ts';

const households = () => z.int().check(z.minimum(0), z.maximum(1_000_000));
const unitCode = () => z.string().check(z.trim(), z.regex(/^[A-Za-z0-9._-]{1,40}$/));
const contact = () => z.strictObject({ name: maybeWords(30), phone: maybeWords(30) });

export const unit = () =>
  z.object({
    id: id(),
    parent: z.nullable(id()),
    kind: kind(),
    name: z.string(),
    code: z.string(),
    path: z.string(),
    position: z.int(),
    households: z.int(),
    contact: z.nullable(contact()),
    /** code of its permanent page /b/CODE; leaf units that residents live in have one */
    buildingCode: z.nullable(z.string()),
    retiredAt: z.nullable(time()),
    rev: rev(),
    /** how many units stand directly under it */
    children: z.int(),
  });
export type Unit = z.infer<ReturnType<typeof unit>>;

export const searchUnits = endpoint({
  id: 'searchUnits',
  method: 'GET',
  path: '/api/units',
  policy: staffOnly,
  says: 'Units of the own branches by name or code, of one run where it is named; without words, those of the run from the top down, else the tops of the own branches.',
  io: () => ({
    query: z.object({
      search: z.optional(z.string().check(z.maxLength(50))),
      kind: z.optional(kind()),
      campaign: z.optional(id()),
    }),
    output: z.object({
      units: z.array(unit()),
      /** by id, names on the way down to it from below the top of the own branch: many bear one name */
      above: z.record(z.string(), z.array(z.string())),
    }),
  }),
});

export const getUnit = endpoint({
  id: 'getUnit',
  method: 'GET',
  path: '/api/units/:unit',
  policy: readers('unit'),
  says: 'A unit, the way down to it from the top of the own branch, the units directly under it, and the households of them all.',
  io: () => ({
    output: z.object({
      unit: unit(),
      above: z.array(unit()),
      children: z.array(unit()),
      /** of the unit and its children, by id: those of the buildings below, or its own where these say none; 0 is unknown */
      households: z.record(z.string(), z.int()),
    }),
  }),
});

export const listSubtree = endpoint({
  id: 'listSubtree',
  method: 'GET',
  path: '/api/units/:unit/subtree',
  policy: readers('unit'),
  says: 'All units of a branch as a flat list in tree order: for ticking a scope and for printing.',
  io: () => ({ output: z.object({ units: z.array(unit()) }) }),
});

export const createUnit = endpoint({
  id: 'createUnit',
  method: 'POST',
  path: '/api/units/:unit/children',
  policy: admins('unit'),
  says: 'Add a unit under this one.',
  io: () => ({
    body: z.strictObject({
      kind: kind(),
      name: words(60),
      code: unitCode(),
      households: z.optional(households()),
    }),
    output: unit(),
  }),
});

export const updateUnit = endpoint({
  id: 'updateUnit',
  method: 'PATCH',
  path: '/api/units/:unit',
  policy: editors('unit'),
  says: 'Rename a unit, change its households, its place among its siblings or who leads it. Running campaigns keep the tree that they opened with.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      name: z.optional(words(60)),
      households: z.optional(households()),
      position: z.optional(z.int().check(z.minimum(0))),
      contact: z.optional(z.nullable(contact())),
    }),
    output: unit(),
  }),
});

export const moveUnit = endpoint({
  id: 'moveUnit',
  method: 'POST',
  path: '/api/units/:unit/move',
  policy: admins('unit'),
  says: 'Move a unit with all under it to another parent of the own branch; running campaigns are not touched.',
  io: () => ({ body: z.strictObject({ rev: rev(), parent: id() }), output: unit() }),
});

export const retireUnit = endpoint({
  id: 'retireUnit',
  method: 'POST',
  path: '/api/units/:unit/retire',
  policy: admins('unit'),
  says: 'Take a unit without units under it out of use; its history stays.',
  io: () => ({ body: z.strictObject({ rev: rev() }), output: unit() }),
});

export const restoreUnit = endpoint({
  id: 'restoreUnit',
  method: 'POST',
  path: '/api/units/:unit/restore',
  policy: admins('unit'),
  says: 'Bring a unit that was taken out of use back to where it stood.',
  io: () => ({ body: z.strictObject({ rev: rev() }), output: unit() }),
});

export const importUnits = endpoint({
  id: 'importUnits',
  method: 'POST',
  path: '/api/units/:unit/import',
  policy: admins('unit'),
  says: 'Add or update units from a CSV file (kind, name, code, parent code, households), UTF-8 or GBK; every row that could not be used is named with its reason.',
  bodyLimit: 2_097_152,
  io: () => ({
    body: z.strictObject({
      /** the file's bytes in base64, or its text */
      file: z.union([z.strictObject({ base64: z.string() }), z.strictObject({ text: z.string() })]),
      /** true: only the report, nothing is stored */
      dryRun: z.boolean(),
    }),
    output: z.object({
      encoding: z.enum(['utf-8', 'gb18030', 'text']),
      rows: z.int(),
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      /** by row, what is new (`was` null) or gets another name or number of households */
      changes: z.array(
        z.object({
          row: z.int(),
          kind: kind(),
          name: z.string(),
          code: z.string(),
          households: z.int(),
          /** name of the unit that it stands under */
          above: z.string(),
          was: z.nullable(z.object({ name: z.string(), households: z.int() })),
        }),
      ),
      /** units of the branch that the file does not name, which stay as they are: how many, and the first of them */
      absent: z.int(),
      unnamed: z.array(z.string()),
      /** `unit`: the one that would have to be moved or brought back first */
      refused: z.array(
        z.object({ row: z.int(), text: z.string(), reason: z.string(), unit: z.optional(id()) }),
      ),
    }),
  }),
});

export const replaceBuildingCode = endpoint({
  id: 'replaceBuildingCode',
  method: 'POST',
  path: '/api/units/:unit/building-code',
  policy: editors('unit'),
  says: 'Give the building a new permanent code; the page of the old one says that it was replaced.',
  io: () => ({ body: z.strictObject({}), output: z.object({ code: z.string() }) }),
});
