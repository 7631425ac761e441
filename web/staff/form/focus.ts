// Moves the focus to something that is about to be drawn: right after it is, so that the next key lands there.
export function focusSoon(id: string): void {
  // Preact draws in a microtask that was queued by the change before; this one comes after it.
  queueMicrotask(() => {
    const element = document.getElementById(id);
    if (element) element.focus();
    else requestAnimationFrame(() => document.getElementById(id)?.focus());
  });
}

/** The same, with what takes the place of another staying where that stood on the screen, whatever above it got smaller. */
export function focusInPlace(id: string, before: Element | null | undefined): void {
  const stood = before?.getBoundingClientRect().top;
  queueMicrotask(() => {
    const element = document.getElementById(id);
    if (!element || stood === undefined) return focusSoon(id);
    scrollBy({ top: element.getBoundingClientRect().top - stood, behavior: 'instant' });
    element.focus();
  });
}
