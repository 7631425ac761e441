// A form as an XLSForm (the sheets survey, choices and settings; xlsform.org), for Kobo, ODK and others. What it cannot
// say stands on a sheet of its own and is returned: the file is read again, and what comes back otherwise is told.
import type { Definition } from '../../../../schema/form/definition.ts';
import { localize, ownTongue, tonguesOf } from '../../../../schema/form/localize.ts';
import { interfaceOf, type Tongue } from '../../../../schema/words/tongues.ts';
import { excelFile, type WrittenSheet } from '../../../ui/excel-file.ts';
import { fromXlsform } from '../import/from-xlsform.ts';
import { languageName } from '../xlsform/languages.ts';
import { introName, thanksName } from '../xlsform/names.ts';
import { XPathWriter } from '../xlsform/to-xpath.ts';
import { type NotExported, notExportedOf } from './not-exported.ts';
import { unsaidIn } from './unsaid.ts';
import { unsaidWord as t } from './unsaid-words.ts';
import { SurveyWriter } from './xlsform/survey.ts';
import { namedOf, writerOf } from './xlsform/types.ts';

export const unsaidSheetName = (): string => t('sheet');

export async function toXlsform(definition: Definition): Promise<{ file: Blob; notExported: NotExported[] }> {
  const sheets = xlsformSheets(definition);
  const read = fromXlsform(
    sheets.map(({ name, head, rows }) => ({ name, rows: [[...head], ...rows.map((row) => [...row])] })),
    definition.title,
  );
  const words = sheets.flatMap(({ name, rows }) => (name === 'settings' ? [] : rows.flat()));
  const notExported = unsaidIn(definition, read.definition, words).map((one) =>
    notExportedOf(one, definition),
  );
  const rest: WrittenSheet = {
    name: t('sheet'),
    head: [t('number'), t('title'), t('what'), t('value')],
    rows: notExported.map(({ number, title, what, value }) => [number, title, what, value]),
  };
  return { file: await excelFile(notExported.length > 0 ? [...sheets, rest] : sheets), notExported };
}

/** The three sheets of the form, as they are written. */
export function xlsformSheets(definition: Definition): WrittenSheet[] {
  const own = ownTongue(definition);
  const tongues = tonguesOf(definition);
  const written = tongues.map((tongue) => surveyIn(definition, tongue));
  const [first] = written;
  if (!first) return [];
  const column = (head: string, tongue: Tongue) =>
    tongues.length > 1 ? `${head}::${languageName(tongue)}` : head;
  const texts = (head: string, key: 'label' | 'hint' | 'message') =>
    tongues.map((tongue, index) => ({
      head: column(head, tongue),
      cell: (at: number) => written[index]?.lines[at]?.[key] ?? '',
    }));
  const plain = (
    key:
      | 'type'
      | 'name'
      | 'required'
      | 'relevant'
      | 'constraint'
      | 'appearance'
      | 'calculation'
      | 'parameters',
  ) => ({
    head: key,
    cell: (at: number) => first.lines[at]?.[key] ?? '',
  });
  const columns = [
    plain('type'),
    plain('name'),
    ...texts('label', 'label'),
    ...texts('hint', 'hint'),
    plain('required'),
    plain('relevant'),
    plain('constraint'),
    ...texts('constraint_message', 'message'),
    plain('appearance'),
    plain('calculation'),
    plain('parameters'),
  ].filter(({ cell }, at) => at < 3 || first.lines.some((_, row) => cell(row) !== ''));
  const choices = [...first.lists].flatMap(([list, lines]) =>
    lines.map(({ name }, at) => [
      list,
      name,
      ...written.map(({ lists }) => lists.get(list)?.[at]?.label ?? ''),
    ]),
  );
  return [
    {
      name: 'survey',
      head: columns.map(({ head }) => head),
      rows: first.lines.map((_, at) => columns.map(({ cell }) => cell(at))),
    },
    {
      name: 'choices',
      head: ['list_name', 'name', ...tongues.map((tongue) => column('label', tongue))],
      rows: choices,
    },
    {
      name: 'settings',
      head: ['form_title', 'default_language', 'style'],
      rows: [[definition.title, languageName(own), definition.layout === 'pages' ? 'pages' : '']],
    },
  ];
}

/** The survey with the texts of one language; its rows are the same in all. */
function surveyIn(definition: Definition, tongue: Tongue): SurveyWriter {
  const { intro, thanks, questions } = localize(definition, tongue, interfaceOf(tongue));
  const survey = new SurveyWriter(new XPathWriter(definition, namedOf));
  if (intro) survey.line({ type: 'note', name: introName, label: intro });
  for (const question of questions) writerOf(question).write(question, survey);
  survey.endPage();
  if (thanks) survey.line({ type: 'note', name: thanksName, label: thanks });
  return survey;
}
