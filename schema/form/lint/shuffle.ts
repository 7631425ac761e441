// Groups of questions in a drawn order. Each may come at any of the group's places, so they must stand on one page, and
// none may come before what it waits for.
import { pipesIn } from '../../logic/pipe.ts';
import { error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { repeated } from './ids.ts';
import { waitsIn } from './order.ts';

export function shuffleFindings(form: Form): Finding[] {
  const groups = form.definition.shuffle ?? [];
  if (groups.length === 0) return [];
  const twice = repeated(groups.flatMap((group) => [...new Set(group)]));
  // What is only required or checked by another answer may be asked in any order.
  const waits = [
    ...waitsIn(form).filter(({ use }) => use !== 'requires' && use !== 'checks'),
    ...pipeWaits(form),
  ];
  return [
    ...groups.flatMap((group, index) => groupFindings(form, group, index, waits)),
    ...(twice.length > 0 ? [error('shuffle-twice', twice, { at: 'shuffle' })] : []),
  ];
}

function groupFindings(
  form: Form,
  group: readonly string[],
  index: number,
  waits: readonly { from: number; to: number }[],
): Finding[] {
  const at = `shuffle.${index}`;
  const known = [...new Set(group)].filter((id) => form.question(id));
  const gone = group.length - known.length;
  if (gone > 0) {
    // Names that are not there, or there twice, move nothing.
    const fix = known.length > 1 ? ({ do: 'trim-shuffle', group: index, keep: known } as const) : undefined;
    return [error('shuffle-unknown', known, { at, args: { gone }, fix })];
  }
  const places = known.map(form.placeOf);
  const pages = new Set(places.map(form.pageOf));
  const moved = places.some((place) => form.questions[place]?.type === 'page-break');
  if (pages.size > 1 || moved) return [error('shuffle-pages', known, { at })];

  const [first, last] = [Math.min(...places), Math.max(...places)];
  const wrong = waits.filter(({ from, to }) => {
    const [mover, source] = [places.includes(from), places.includes(to)];
    if (mover && source) return true;
    return mover ? to > first && to < from : source && from < last && from > to;
  });
  const questions = wrong.flatMap(({ from, to }) => [
    form.questions[from]?.id ?? '',
    form.questions[to]?.id ?? '',
  ]);
  return wrong.length > 0 ? [error('shuffle-before-source', questions, { at })] : [];
}

const pipeWaits = (form: Form) =>
  form.questions.flatMap((question, from) =>
    pipesIn(question).flatMap(({ id }) => {
      const to = form.placeOf(id);
      return to >= 0 && to < from ? [{ from, to }] : [];
    }),
  );
