// What waits for what. Questions that wait for each other cannot be worked out (form/compile.ts refuses them); a question
// that waits for a later one can, but whoever fills in one screen after the other has passed it by then.
import { fieldOf } from '../../fields/registry.ts';
import { judgeSources } from '../../logic/judge.ts';
import { sourcesOf } from '../../logic/sources.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf, listed, type Use } from './places.ts';

/** One question waits for another, and why. */
export interface Wait {
  from: number;
  to: number;
  use: Use | 'follows';
  /** address of what makes it wait */
  at: string;
  /** the page break whose condition it is */
  page?: number;
}

export function waitsIn(form: Form): Wait[] {
  const { questions, placeOf, pageOf } = form;
  const waits: Wait[] = [];
  let jumper = -1;
  questions.forEach((question, from) => {
    const put = (use: Wait['use'], ids: readonly string[], at: string, page?: number) => {
      for (const id of new Set(ids)) {
        const to = placeOf(id);
        if (to >= 0) waits.push({ from, to, use, at, ...(page !== undefined && { page }) });
      }
    };
    const own = (...rest: (string | number)[]) => addressOf(question, ...rest);
    const others = (ids: readonly string[]) => ids.filter((id) => id !== question.id);
    const page = questions[pageOf(from)];
    if (page && page !== question)
      put('shows', sourcesOf(page.showIf), addressOf(page, 'showIf'), pageOf(from));
    put('shows', sourcesOf(question.showIf), own('showIf'));
    put('requires', sourcesOf(question.requiredIf), own('requiredIf'));
    for (const { id, showIf } of listed(question).options)
      put('offers', sourcesOf(showIf), own('options', id, 'showIf'));
    for (const { id, showIf } of listed(question).rows)
      put('offers', sourcesOf(showIf), own('rows', id, 'showIf'));
    if ('carry' in question && question.carry) put('offers', [question.carry.from], own('carry'));
    if (fieldOf(question).compute) put('figures', sourcesOf(question), own('formula'));
    question.rules?.forEach((rule, index) => {
      put('checks', others(judgeSources([rule])), own('rules', index));
    });
    question.jumps?.forEach(({ when }, index) => {
      put('jumps', others(sourcesOf(when)), own('jumps', index, 'when'));
    });
    // Whatever comes after a jump waits for it.
    if (jumper >= 0) waits.push({ from, to: jumper, use: 'follows', at: own('jumps') });
    if (question.jumps) jumper = from;
  });
  return waits;
}

/** A jump that reads a later question would have to wait for what it jumps over: that is said of the jump. */
const readsAhead = ({ use, from, to }: Wait) => use === 'jumps' && to > from;

export function orderFindings(form: Form): Finding[] {
  const waits = waitsIn(form);
  const rings = ringsOf(
    form.questions.length,
    waits.filter((wait) => !readsAhead(wait)),
  );
  const ringOf = new Map(rings.flatMap((ring) => ring.map((place) => [place, ring] as const)));
  const inRing = ({ from, to }: Wait) => ringOf.get(from)?.includes(to) === true;
  const idAt = (place: number) => form.questions[place]?.id ?? '';
  const cycles = rings.map((ring) => {
    const within = waits.filter((wait) => inRing(wait) && ring.includes(wait.from));
    // A page's condition holds up the questions on it: the page is named too.
    const pages = within.flatMap(({ page }) => (page === undefined ? [] : [page]));
    const first = within.find(({ use }) => use !== 'follows');
    return error('condition-cycle', [...ring, ...pages].map(idAt), first ? { at: first.at } : {});
  });

  const named = new Set(waits.filter(inRing).map(({ at }) => at));
  const later = new Map<string, { severity: 'error' | 'advice'; wait: Wait; sources: number[] }>();
  for (const wait of waits) {
    const severity = named.has(wait.at) ? undefined : forward(form, wait);
    if (!severity) continue;
    const known = later.get(wait.at);
    if (known) {
      known.sources.push(wait.to);
      if (severity === 'error') known.severity = 'error';
    } else later.set(wait.at, { severity, wait, sources: [wait.to] });
  }
  const ahead = [...later.values()].map(({ severity, wait, sources }) => {
    const code =
      wait.use === 'jumps'
        ? 'jump-reads-later'
        : wait.use === 'shows' || wait.use === 'offers'
          ? 'reads-later'
          : wait.use === 'figures'
            ? 'figure-later'
            : 'checks-later';
    const say = severity === 'error' ? error : advice;
    return say(code, [wait.page ?? wait.from, ...sources].map(idAt), {
      at: wait.at,
    });
  });
  return [...cycles, ...ahead];
}

/**
 * How bad it is to wait for a later question. Without JavaScript all questions stand on one page, and the order is no
 * matter. With it, what shows or is on offer by a later answer appears on a screen that is behind the reader: nobody
 * sees it. On the same screen it appears above what was just answered, which is odd and works. What is only checked or
 * required by an answer on a later screen is said once all is to be sent: it leads back, which is tiresome and works.
 */
function forward(form: Form, { from, to, use, page }: Wait): 'error' | 'advice' | undefined {
  const settled = form.settledAt(form.questions[to]?.id ?? '');
  const seen = page ?? from;
  if (use === 'jumps') return to > from ? 'error' : undefined;
  if (use === 'follows' || settled <= seen) return undefined;
  const together = form.screenOf(settled) === form.screenOf(from);
  if (use === 'shows' || use === 'offers') return together ? 'advice' : 'error';
  const question = form.questions[from];
  const unseen = use === 'figures' && !(question && 'shown' in question && question.shown);
  return together || unseen ? undefined : 'advice';
}

/** Places that wait for each other, each ring once, first places first (Tarjan's strongly connected components). */
function ringsOf(count: number, waits: readonly Wait[]): number[][] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of waits) next[from]?.push(to);
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const on = new Set<number>();
  const rings: number[][] = [];
  const lower = (place: number, by: number | undefined) =>
    low.set(place, Math.min(low.get(place) ?? 0, by ?? 0));
  const enter = (place: number) => {
    index.set(place, index.size);
    low.set(place, index.size - 1);
    stack.push(place);
    on.add(place);
    return { place, left: [...(next[place] ?? [])] };
  };
  for (let start = 0; start < count; start++) {
    if (index.has(start)) continue;
    const way = [enter(start)];
    for (let at = way[way.length - 1]; at; at = way[way.length - 1]) {
      const to = at.left.shift();
      if (to !== undefined) {
        if (!index.has(to)) way.push(enter(to));
        else if (on.has(to)) lower(at.place, index.get(to));
        continue;
      }
      way.pop();
      const above = way[way.length - 1];
      if (above) lower(above.place, low.get(at.place));
      if (low.get(at.place) !== index.get(at.place)) continue;
      const ring = stack.splice(stack.indexOf(at.place));
      for (const place of ring) on.delete(place);
      const loops = ring.length > 1 || next[at.place]?.includes(at.place);
      if (loops) rings.push(ring.sort((a, b) => a - b));
    }
  }
  return rings.sort(([a = 0], [b = 0]) => a - b);
}
