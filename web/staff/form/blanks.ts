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

/** Blanks of the form, of titles and of what stands in a question, of an ending or a quota, the first of each. */
export function blanksOf(definition: Definition) {
  const findings: {
    code: 'form-title-missing' | 'title-missing' | 'label-missing';
    severity: 'error';
    questions: string[];
    at: string;
  }[] = [];
  const put = (code: (typeof findings)[number]['code'], at: string, questions: string[] = []) =>
    findings.push({ code, severity: 'error', questions, at });
  if (isBlank(definition.title)) put('form-title-missing', 'title');
  const { endings = [], quotas = [] } = definition;
  for (const { id, title } of endings) if (isBlank(title)) put('label-missing', `endings.${id}`);
  for (const { id, label } of quotas) if (isBlank(label)) put('label-missing', `quotas.${id}`);
  for (const question of definition.questions) {
    const at = `q.${question.id}`;
    if (isBlank(question.title)) put('title-missing', `${at}.title`, [question.id]);
    const blank = textsOf(question).find(
      ({ text, key }) => key !== 'title' && key in placeholders && isBlank(text),
    );
    if (blank) put('label-missing', `${at}.${blank.address.replace(/\.label$/, '')}`, [question.id]);
  }
  return findings;
}
