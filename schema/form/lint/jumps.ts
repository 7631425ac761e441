// Jumps lead forward, to a page, to an ending or to the usual end. Any other leads nowhere, or back.
import { usualEnd } from '../../logic/shapes.ts';
import { error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf } from './places.ts';

export const jumpFindings = (form: Form): Finding[] =>
  form.questions.flatMap((question, place) =>
    (question.jumps ?? []).flatMap(({ to }, index) => {
      const at = addressOf(question, 'jumps', index);
      const page = form.questions.findIndex(({ id, type }) => id === to && type === 'page-break');
      if (page >= 0) return page > place ? [] : [error('jump-backwards', [question.id, to], { at })];
      if (to === usualEnd || form.definition.endings?.some(({ id }) => id === to)) return [];
      return [error('jump-nowhere', form.question(to) ? [question.id, to] : [question.id], { at })];
    }),
  );
