// A draft may hold blanks while it is being written; what is stored may not. Blanks are saved as a placeholder and come
// back as blanks, so that nothing typed waits for the rest to be complete.
import type { Definition } from '../../../schema/form/definition.ts';
import { blankLabel, blankTitle } from '../../../schema/form/placeholders.ts';
import { mapTexts, textsOf } from '../../../schema/form/texts.ts';
import { pruned } from './languages/table.ts';

/** What a blank is stored as, by the kind of its text; texts of other kinds may be left out. */
const placeholders: Readonly<Record<string, string>> = {
  title: blankTitle,
  label: blankLabel,
  text: blankLabel,
  labels: blankLabel,
  levels: blankLabel,
};

/** What may be stored: every blank filled, empty extras left out. */
export function savable(definition: Definition): Definition {
  const filled = mapTexts(definition, (text, _address, key) =>
    text.trim() === '' ? (placeholders[key] ?? text) : text,
  );
  return {
    ...pruned(filled),
    questions: filled.questions.map((question) => {
      if (question.hint?.trim() !== '') return question;
      const { hint: _, ...rest } = question;
      return rest;
    }),
  };
}

/** What is written on: placeholders are blanks again. */
export const writable = (definition: Definition): Definition =>
  mapTexts(definition, (text, _address, key) => (text === placeholders[key] ? '' : text));

const isBlank = (text: string) => text.trim() === '';

/** Whether the form, a title or a label is still blank. */
export function blanksOf(definition: Definition) {
  const findings: {
    code: 'form-title-missing' | 'title-missing' | 'label-missing';
    severity: 'error';
    questions: string[];
  }[] = [];
  if (definition.title.trim() === '')
    findings.push({ code: 'form-title-missing', severity: 'error', questions: [] });
  const { endings = [], quotas = [] } = definition;
  if ([...endings.map(({ title }) => title), ...quotas.map(({ label }) => label)].some(isBlank))
    findings.push({ code: 'label-missing', severity: 'error', questions: [] });
  for (const question of definition.questions) {
    if (question.title.trim() === '')
      findings.push({ code: 'title-missing', severity: 'error', questions: [question.id] });
    const blank = textsOf(question).some(
      ({ text, key }) => key !== 'title' && key in placeholders && text.trim() === '',
    );
    if (blank) findings.push({ code: 'label-missing', severity: 'error', questions: [question.id] });
  }
  return findings;
}
