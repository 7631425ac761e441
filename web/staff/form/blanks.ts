// A draft may hold blanks while it is being written; what is stored may not. Blanks are saved as a placeholder and come
// back as blanks, so that nothing typed waits for the rest to be complete.
import type { Definition, Question } from '../../../schema/form/definition.ts';

const blankTitle = '（还没写）';
const blankLabel = '（空）';

interface Labelled {
  label: string;
}
const mapLabels = (question: Question, change: (label: string) => string): Question => {
  const each = <T extends Labelled>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, label: change(one.label) }));
  const next = { ...question };
  if ('options' in next) next.options = each(next.options);
  if ('rows' in next) next.rows = each(next.rows);
  if ('columns' in next) next.columns = each(next.columns);
  if ('labels' in next && next.labels) next.labels = next.labels.map(change);
  return next;
};

/** What may be stored: every blank filled, empty extras left out. */
export function savable(definition: Definition): Definition {
  const filled = (text: string, placeholder: string) => (text.trim() === '' ? placeholder : text);
  return {
    ...definition,
    title: filled(definition.title, blankTitle),
    questions: definition.questions.map((question) => {
      const next = mapLabels(question, (label) => filled(label, blankLabel));
      next.title = filled(next.title, blankTitle);
      if (next.hint?.trim() === '') delete next.hint;
      return next;
    }),
  };
}

/** What is written on: placeholders are blanks again. */
export function writable(definition: Definition): Definition {
  return {
    ...definition,
    title: definition.title === blankTitle ? '' : definition.title,
    questions: definition.questions.map((question) => ({
      ...mapLabels(question, (label) => (label === blankLabel ? '' : label)),
      title: question.title === blankTitle ? '' : question.title,
    })),
  };
}

/** Whether the form, a title or a label is still blank. */
export function blanksOf(definition: Definition) {
  const findings: {
    code: 'form-title-missing' | 'title-missing' | 'label-missing';
    severity: 'error';
    questions: string[];
  }[] = [];
  if (definition.title.trim() === '')
    findings.push({ code: 'form-title-missing', severity: 'error', questions: [] });
  for (const question of definition.questions) {
    if (question.title.trim() === '')
      findings.push({ code: 'title-missing', severity: 'error', questions: [question.id] });
    let blank = false;
    mapLabels(question, (label) => {
      if (label.trim() === '') blank = true;
      return label;
    });
    if (blank) findings.push({ code: 'label-missing', severity: 'error', questions: [question.id] });
  }
  return findings;
}
