// The copy of a draft on this device until the Worker has it. Each window keeps its own, so that two of them on one form
// lose nothing of each other; what a closed or broken window left behind is found when the form is opened again.
import { definitionShape } from '../../../schema/form/definition.ts';
import { savable, writable } from './blanks.ts';
import type { Copy, KeeperIo } from './keeper.ts';

/** Milliseconds of typing that a crash may cost. */
const pause = 250;
const keysOf = (form: string) => `linli-draft-${form}:`;
const lockOf = (key: string) => `open ${key}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Full or forbidden storage: the draft is then only as safe as the network. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** A copy from an older release that no longer reads as a definition is of no use. */
function readCopy(text: string | null): (Copy & { at: number }) | undefined {
  const value: unknown = quietly(() => JSON.parse(text ?? ''));
  if (!isRecord(value) || typeof value.rev !== 'number') return undefined;
  const filled = definitionShape().safeParse(value.definition);
  const at = typeof value.at === 'number' ? value.at : 0;
  return filled.success ? { rev: value.rev, at, definition: writable(filled.data) } : undefined;
}

/** Names of locks that open windows hold; a browser without locks counts every other window as closed. */
async function openWindows(): Promise<ReadonlySet<string>> {
  const locks: LockManager | undefined = navigator.locks;
  const held = (await locks?.query().catch(() => undefined))?.held ?? [];
  return new Set(held.map(({ name = '' }) => name));
}

/** The place for this window's copy, and the copies that closed windows left, the newest first. */
export async function copiesOf(form: string): Promise<KeeperIo['here']> {
  const open = await openWindows();
  const own = keysOf(form) + crypto.randomUUID();
  // Held until the form is left, or the window is gone, however it goes.
  const gone = new AbortController();
  const locks: LockManager | undefined = navigator.locks;
  locks
    ?.request(
      lockOf(own),
      () => new Promise<void>((free) => gone.signal.addEventListener('abort', () => free())),
    )
    .catch(() => {});
  const keys = quietly(() => Object.keys(localStorage)) ?? [];
  const forget = (key: string) => quietly(() => localStorage.removeItem(key));
  const left = keys
    .filter((key) => key.startsWith(keysOf(form)) && !open.has(lockOf(key)))
    .flatMap((key) => {
      const copy = readCopy(quietly(() => localStorage.getItem(key)) ?? null);
      if (!copy) forget(key);
      return copy ? [{ ...copy, forget: () => forget(key) }] : [];
    })
    .sort((one, other) => other.at - one.at);
  let waiting: Copy | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const stored = { ...waiting, at: Date.now(), definition: savable(waiting.definition) };
    waiting = undefined;
    quietly(() => localStorage.setItem(own, JSON.stringify(stored)));
  };
  addEventListener('pagehide', write, gone);
  document.addEventListener('visibilitychange', write, gone);
  return {
    left,
    put(copy) {
      waiting = copy;
      timer ??= setTimeout(write, pause);
    },
    putNow(copy) {
      waiting = copy;
      write();
    },
    drop() {
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
      forget(own);
    },
    leave() {
      write();
      gone.abort();
    },
  };
}
