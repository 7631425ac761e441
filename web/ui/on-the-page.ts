// What can be done on the page as it stands: its buttons, links and folds, by the names that they have for everybody; and
// what lies behind a closed menu, which names itself here.
export interface Act {
  name: string;
  go: () => void;
}

const hidden = new Map<object, () => readonly Act[]>();
/** Acts that are not drawn now; returns how to take them out again. */
export function offer(by: object, acts: () => readonly Act[]): () => void {
  hidden.set(by, acts);
  return () => hidden.delete(by);
}

const longest = 60;
const nameOf = (element: HTMLElement): string => {
  // A card is called by its title, and not by all that stands on it.
  const title = element.querySelector('.question-title') ?? element;
  const named = element.getAttribute('aria-label') ?? title.textContent ?? '';
  const name = named.replace(/\s+/g, ' ').trim();
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
};
const isSeen = (element: HTMLElement) => element.checkVisibility?.() ?? element.offsetParent !== null;

/** In the order of the page; what has no name, or the name of one before it, is left out. */
export function actsOnPage(): Act[] {
  const elements = document.querySelectorAll<HTMLElement>(
    ':is(.page, .frame-account) :is(button:not(:disabled), a[href], summary, [role=treeitem])',
  );
  const drawn = [...elements]
    .filter((one) => isSeen(one) && !one.closest('[data-no-act]'))
    .map((element) => ({
      name: nameOf(element),
      go() {
        element.scrollIntoView({ block: 'center' });
        element.focus();
        element.click();
      },
    }));
  const taken = new Set<string>();
  return [...drawn, ...[...hidden.values()].flatMap((acts) => acts())].filter(({ name }) => {
    if (!/[\p{L}\d]/u.test(name) || taken.has(name)) return false;
    taken.add(name);
    return true;
  });
}
