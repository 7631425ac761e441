// Moves the focus to something that is about to be drawn: right after it is, so that the next key lands there.
export function focusSoon(id: string): void {
  // Preact draws in a microtask that was queued by the change before; this one comes after it.
  queueMicrotask(() => {
    const element = document.getElementById(id);
    if (element) element.focus();
    else requestAnimationFrame(() => document.getElementById(id)?.focus());
  });
}
