// An XLSForm (the sheets survey, choices and settings; xlsform.org) as a form. What our questions and logic cannot say is
// told by its row and column, and the question is kept without it.
import type { Definition } from '../../../../schema/form/definition.ts';
import { formTextMax, questionsMax } from '../../../../schema/form/definition.ts';
import type { Reading, Unplaced } from '../../../../schema/form/reading.ts';
import type { Tongue } from '../../../../schema/words/tongues.ts';
import { tongueOf } from '../xlsform/languages.ts';
import { unsaidSheet } from '../xlsform/names.ts';
import { cellsIn, type PlacedRow, placedRows } from './sheet/placed.ts';
import { Unreadable } from './unreadable.ts';
import type { Sheet } from './workbook.ts';
import { Choices } from './xlsform/choices.ts';
import { headIn, languagesIn } from './xlsform/heads.ts';
import { Logic } from './xlsform/logic.ts';
import { Survey } from './xlsform/survey.ts';
import { treeOf } from './xlsform/tree.ts';

const sheetOf = (sheets: readonly Sheet[], name: string) =>
  sheets.find((sheet) => sheet.name.trim().toLowerCase() === name)?.rows ?? [];
const headRowOf = (rows: readonly (readonly string[])[]) =>
  rows.findIndex((row) => {
    const heads = row.map(headIn('zh'));
    return heads.includes('type') && heads.includes('name');
  });

export const isXlsform = (sheets: readonly Sheet[]): boolean => headRowOf(sheetOf(sheets, 'survey')) >= 0;

type SettingHead = 'form_title' | 'default_language' | 'style' | 'identity';
const settingHead = (column: string): SettingHead | undefined => {
  const name = column.trim().toLowerCase();
  if (name === 'form_title' || name === 'title') return 'form_title';
  if (name === 'default_language' || name === 'style') return name;
  // What names the file among others of its makers.
  return ['form_id', 'id_string', 'version', 'name'].includes(name) ? 'identity' : undefined;
};

/** `name`: the title of a form that has none in its settings. @throws Unreadable */
export function fromXlsform(sheets: readonly Sheet[], name: string): Reading {
  const rows = sheetOf(sheets, 'survey');
  const headRow = headRowOf(rows);
  if (headRow < 0) throw new Unreadable('no-survey');
  const choiceRows = sheetOf(sheets, 'choices');
  const [settings, ...moreSettings] = placedRows<SettingHead>(sheetOf(sheets, 'settings'), 0, settingHead);
  const own = ownTongue(rows, headRow, settings);
  const choiceHeads = choiceRows.find((row) => row.map(headIn('zh')).includes('list_name'));
  const columns = [...(rows[headRow] ?? []), ...(choiceHeads ?? [])];
  const all = [...new Set([own, ...languagesIn(columns).flatMap((tongue) => tongue ?? [])])];
  const choices = new Choices(choiceRows, own, all);
  const survey = placedRows(rows, headRow, headIn(own));
  const { entries, intro, thanks, translations } = new Survey(treeOf(survey), { own, all }, choices);
  const questions = new Logic(entries, all.slice(1), translations).questions();
  const titled = settings?.takeAs('form_title', (text) =>
    text.length <= formTextMax.title ? text : undefined,
  );
  const definition: Definition = {
    title: titled ?? name.slice(0, formTextMax.title),
    ...(intro !== undefined && { intro }),
    ...(thanks !== undefined && { thanks }),
    layout: settings?.takeAs('style', (text) => (text === 'pages' ? text : undefined)) ?? 'steps',
    questions: questions.slice(0, questionsMax),
    ...(own !== 'zh' && { language: own }),
  };
  const told = translated(translations, new Set(questions.map(({ id }) => `q.${id}.`)));
  settings?.take('identity');
  return {
    definition: told ? { ...definition, translations: told } : definition,
    unplaced: [
      ...cellsIn(rows.slice(0, headRow), 'survey'),
      ...survey.flatMap((row) => row.left()),
      ...questions.slice(questionsMax).map(({ title }) => ({ line: 0, text: title })),
      ...choices.left(),
      ...[...(settings ? [settings] : []), ...moreSettings]
        .flatMap((row) => row.left())
        .map((cell) => ({ ...cell, column: `settings: ${cell.column}` })),
      ...otherSheets(sheets),
    ],
  };
}

/** As the settings say; else the language of the first column of texts, or of its words. */
function ownTongue(
  rows: readonly (readonly string[])[],
  headRow: number,
  settings: PlacedRow<SettingHead> | undefined,
): Tongue {
  const said = settings?.takeAs('default_language', tongueOf);
  if (said) return said;
  const heads = rows[headRow] ?? [];
  const plain = heads.findIndex((column) => /^label$/i.test(column.trim()));
  const first = languagesIn(heads).find((tongue) => tongue !== undefined);
  if (plain < 0 && first) return first;
  return rows.slice(headRow + 1).some((row) => /\p{Script=Han}/u.test(row[plain] ?? '')) ? 'zh' : 'en';
}

function translated(
  translations: ReadonlyMap<Tongue, ReadonlyMap<string, string>>,
  known: ReadonlySet<string>,
) {
  const told = [...translations].flatMap(([tongue, texts]) => {
    const kept = [...texts].filter(
      ([address]) =>
        !address.startsWith('q.') || known.has(address.split('.').slice(0, 2).join('.').concat('.')),
    );
    return kept.length > 0 ? [[tongue, Object.fromEntries(kept)] as const] : [];
  });
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

const known: readonly string[] = ['survey', 'choices', 'settings', unsaidSheet.zh, unsaidSheet.en];
const otherSheets = (sheets: readonly Sheet[]): Unplaced[] =>
  sheets.flatMap(({ name, rows }) => (known.includes(name.trim().toLowerCase()) ? [] : cellsIn(rows, name)));
