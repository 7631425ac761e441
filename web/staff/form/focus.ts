// Moves the focus to something that is about to be drawn.
export function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  });
}
