// Leads from a finding to where it is put right: the question is opened, its settings if need be, and what the address
// names takes the focus. What edits something marks itself with `data-at`, the address of what it edits.
import { type Builder, titleId } from './builder.ts';
import type { Found } from './findings-of.ts';

/** Lists that are edited on the canvas, by what the ids of their fields begin with (line-list.tsx). */
const lists: Readonly<Record<string, string>> = {
  options: 'o',
  rows: 'r',
  columns: 'c',
  candidates: 'k',
  list: 'd',
  known: 'v',
};
/** Settings that stand on the canvas with the question. */
const onCanvas = ['title', 'hint', 'text', 'formula', ...Object.keys(lists)];

export function goTo(builder: Builder, { code, at = '', questions }: Found): void {
  if (code === 'untranslated') {
    builder.openLanguages();
    return;
  }
  const [root, id = '', setting = '', part = ''] = at.split('.');
  const question = root === 'q' ? id : root === '' ? questions[0] : undefined;
  if (question === undefined) {
    focusOn([...marked(at), `form-${root}`, 'form-title']);
    return;
  }
  builder.choose(question, false);
  const inSettings = setting !== '' && !onCanvas.includes(setting);
  if (inSettings) builder.openSettings();
  const list = lists[setting];
  focusOn([
    ...marked(at),
    ...(list && part ? [`${question}-${list}-${part}`] : []),
    ...(setting === 'hint' ? [`hint-${question}`] : []),
    ...(inSettings ? [settingsStart] : []),
    titleId(question),
  ]);
}

/** Another question that the finding names. */
export const goToQuestion = (builder: Builder, question: string) => {
  builder.choose(question, false);
  focusOn([titleId(question)]);
};

const settingsStart = '[role=tabpanel] :is(input, select, textarea, button)';
/** What edits this, or what it is part of. */
const marked = (at: string) => {
  const parts = at.split('.');
  return parts.map((_, index) => `[data-at="${CSS.escape(parts.slice(0, parts.length - index).join('.'))}"]`);
};

/** The first of these that is drawn: an id, or a selector. Two frames: what was opened draws in the first. */
function focusOn(targets: readonly string[]): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      for (const target of targets) {
        const found = target.startsWith('[')
          ? document.querySelector(target)
          : document.getElementById(target);
        if (!(found instanceof HTMLElement)) continue;
        for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
          fold.open = true;
        // A fold takes the focus on its name.
        const place = found.querySelector<HTMLElement>(':scope > summary') ?? found;
        place.scrollIntoView({ block: 'center' });
        place.focus({ preventScroll: true });
        if (document.activeElement === place) return;
      }
    }),
  );
}
