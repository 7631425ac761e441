// Moves the focus to something that is about to be drawn: right after it is, so that the next key lands there.
export function focusSoon(id: string): void {
  // Preact draws in a microtask that was queued by the change before; this one comes after it.
  queueMicrotask(() => {
    const element = document.getElementById(id);
    if (element) element.focus();
    else requestAnimationFrame(() => document.getElementById(id)?.focus());
  });
}

/** What the focus goes to, nearest first, when what has it is taken away: its neighbours in a list, its question, the next. */
function* around(element: Element | null): Generator<Element | null | undefined> {
  const row = element?.closest('li');
  for (let one = row?.previousElementSibling; one; one = one.previousElementSibling)
    yield one.querySelector('input');
  for (let one = row?.nextElementSibling; one; one = one.nextElementSibling) yield one.querySelector('input');
  const cards = [...document.querySelectorAll('.canvas .question')];
  const at = cards.findIndex((card) => card.contains(element));
  for (const card of [cards[at], cards[at - 1], cards[at + 1]])
    yield card?.matches('button') ? card : card?.querySelector('.input.written');
  yield document.querySelector('h1');
}

/** After an act that may take away what has the focus. */
export function keepingFocus(act: () => void): void {
  const near = [...around(document.activeElement)];
  act();
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    const next = near.find((one) => one?.isConnected);
    if (next instanceof HTMLElement) next.focus();
  });
}

/** As `focusSoon`, with what takes the place of another staying where that stood on the screen, whatever above it got smaller. */
export function focusInPlace(id: string, before: Element | null | undefined): void {
  const stood = before?.getBoundingClientRect().top;
  queueMicrotask(() => {
    const element = document.getElementById(id);
    if (!element || stood === undefined) return focusSoon(id);
    scrollBy({ top: element.getBoundingClientRect().top - stood, behavior: 'instant' });
    element.focus();
  });
}
