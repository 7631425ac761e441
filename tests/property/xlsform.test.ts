// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForms name answers so
// A form that XLSForm can say comes back from its file as it was; of any other, what is missing is told.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { toXlsform, xlsformSheets } from '../../web/staff/form/export/to-xlsform.ts';
import { fromXlsform } from '../../web/staff/form/import/from-xlsform.ts';
import { workbook } from '../../web/staff/form/import/workbook.ts';
import { everyType } from '../unit/every-type.ts';
import { sayableForm } from './xlsform-forms.ts';

const runs = process.env.FULL ? 3000 : 300;

const readBack = (definition: Definition) =>
  fromXlsform(
    xlsformSheets(definition).map(({ name, head, rows }) => ({
      name,
      rows: [[...head], ...rows.map((row) => [...row])],
    })),
    definition.title,
  );

test('a form within the subset comes back the same', () => {
  fc.assert(
    fc.property(sayableForm, (form) => {
      expect(definitionShape().safeParse(form).success).toBe(true);
      const { definition, unplaced } = readBack(form);
      expect(unplaced).toEqual([]);
      expect(definition).toEqual(form);
    }),
    { numRuns: runs },
  );
});

test('and by way of the file itself, with nothing told', async () => {
  await fc.assert(
    fc.asyncProperty(sayableForm, async (form) => {
      const { file, notExported } = await toXlsform(form);
      expect(notExported).toEqual([]);
      const sheets = await workbook(new Uint8Array(await file.arrayBuffer()));
      expect(sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings']);
      expect(fromXlsform(sheets, '')).toEqual({ definition: form, unplaced: [] });
    }),
    { numRuns: runs / 10 },
  );
});

test('of any form, a question comes back or is told, and each setting that was lost is told', async () => {
  const unsayable = fc.subarray(everyType.questions);
  await fc.assert(
    fc.asyncProperty(sayableForm, unsayable, async (form, others) => {
      const mixed: Definition = {
        ...form,
        questions: [...form.questions, ...others.map((one, at) => ({ ...one, id: `x${at}` }))],
      };
      const back = readBack(mixed).definition.questions;
      const { notExported } = await toXlsform(mixed);
      for (const question of mixed.questions) {
        if (notExported.some(({ title }) => title === question.title)) continue;
        expect(back.find(({ id }) => id === question.id)).toEqual(question);
      }
    }),
    { numRuns: runs / 5 },
  );
});

const logicCells = [
  '${a} = 1',
  "selected(${b}, 'x')",
  '. > ${c}',
  'not(',
  '${a} + ${b} * 2',
  "if(${a} > 1, '', 2)",
  'true()',
];
const cell = fc.oneof(
  fc.constantFrom('', '', ...logicCells),
  fc.constantFrom(
    'select_one l',
    'select_multiple l or_other',
    'begin_group',
    'end_group',
    'begin_repeat',
    'end_repeat',
  ),
  fc.constantFrom(
    'text',
    'integer',
    'calculate',
    'note',
    'range',
    'rank l',
    'table-list',
    'field-list',
    'likert',
  ),
  fc.constantFrom('a', 'b', 'c', 'a.x.text', '__intro', '名', 'x'.repeat(600), 'yes', 'start=1 end=0 step=0'),
  fc.string({ maxLength: 12 }),
);
const heads = [
  'type',
  'name',
  'label',
  'label::English (en)',
  'hint',
  'required',
  'relevant',
  'constraint',
  'constraint_message',
  'appearance',
  'calculation',
  'parameters',
];
const rows = (width: number) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 });

test('whatever stands in the cells, a form comes of it, and every cell is in it or told', () => {
  fc.assert(
    fc.property(rows(heads.length), rows(4), (survey, choices) => {
      const { definition, unplaced } = fromXlsform(
        [
          { name: 'survey', rows: [heads, ...survey] },
          { name: 'choices', rows: [['list_name', 'name', 'label', 'label::English (en)'], ...choices] },
        ],
        '表',
      );
      expect(definitionShape().safeParse(definition).error?.issues ?? []).toEqual([]);
      // Words for people: a label is in the form, or told.
      const said = JSON.stringify([definition, unplaced]);
      for (const row of survey) {
        const label = row[2]?.trim() ?? '';
        if (/^[a-z名]+$/.test(label)) expect(said).toContain(label);
      }
    }),
    { numRuns: runs * 3 },
  );
});
