// The outline as rows: questions in their order, pages as rows that fold the questions on them away.
import type { Definition, Question } from '../../../../schema/form/definition.ts';

export interface Row {
  question: Question;
  /** 2: on a page that begins with a row of its own */
  level: 1 | 2;
  /** how many questions stand on the page that it begins; undefined for a question */
  holds: number | undefined;
}

/** The page's own row first; each page ends where the next begins. */
function pagesOf({ questions }: Definition): Question[][] {
  const pages: Question[][] = [];
  for (const question of questions) {
    const page = pages.at(-1);
    if (page && question.type !== 'page-break') page.push(question);
    else pages.push([question]);
  }
  return pages;
}

/** All rows that are not folded away. */
export const rowsOf = (definition: Definition, folded: ReadonlySet<string>): Row[] =>
  pagesOf(definition).flatMap((page): Row[] => {
    const [head, ...rest] = page;
    if (head?.type !== 'page-break')
      return page.map((question) => ({ question, level: 1, holds: undefined }));
    const own: Row = { question: head, level: 1, holds: rest.length };
    if (folded.has(head.id)) return [own];
    return [own, ...rest.map((question): Row => ({ question, level: 2, holds: undefined }))];
  });

/** What is moved, copied or deleted with these: a folded page goes with all that stands on it. */
export function blockOf(
  definition: Definition,
  folded: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): string[] {
  return pagesOf(definition).flatMap((page) => {
    const [head] = page;
    const whole = head !== undefined && folded.has(head.id) && ids.has(head.id);
    return page.filter(({ id }) => whole || ids.has(id)).map(({ id }) => id);
  });
}

/** Ids of the rows from one to another, either way round. */
export function between(rows: readonly Row[], from: string, to: string): string[] {
  const places = [from, to].map((id) => rows.findIndex(({ question }) => question.id === id));
  return rows.slice(Math.min(...places), Math.max(...places) + 1).map(({ question }) => question.id);
}
