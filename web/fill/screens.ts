// How a form is cut into screens for the page with JavaScript: one question a screen, page by page, or all at once.

import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';

export interface Screen {
  /** id of the question that a screen is known by, so that history and drafts survive a changed order */
  id: string;
  questions: Question[];
}

const asks = (question: Question) => fieldOf(question).asks;

/** Of the questions that show. Notes and page titles stand above the question that follows them; none makes a screen alone. */
export function screensOf(showing: readonly Question[], layout: Definition['layout'] | 'all'): Screen[] {
  if (layout === 'all') return [{ id: 'all', questions: [...showing] }];
  const screens: Screen[] = [];
  let open: Question[] = [];
  const close = () => {
    const id = open.find(asks)?.id;
    if (id) screens.push({ id, questions: open });
    // What asks nothing and is followed by nothing stays with the screen before it.
    else screens[screens.length - 1]?.questions.push(...open.filter((one) => one.type !== 'page-break'));
    if (id || screens.length > 0) open = [];
  };
  for (const question of showing) {
    if (layout === 'pages' && question.type === 'page-break') close();
    open.push(question);
    if (layout === 'steps' && asks(question)) close();
  }
  if (open.length > 0) close();
  return screens;
}
