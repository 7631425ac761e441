// The copy of a draft on this device until the Worker has it. Each window keeps its own, so that two of them on one form
// lose nothing of each other; what a closed or broken window left behind is found when the form is opened again.
import { isRecord } from '../../../schema/fields/field.ts';
import { type Definition, definitionShape } from '../../../schema/form/definition.ts';
import { savable, writable } from './blanks.ts';
import type { Copy, KeeperIo } from './keeper.ts';

/** Milliseconds of typing that a crash may cost. */
const pause = 250;
/** Of one account: what somebody else wrote on this device is theirs to go on with. */
const keysOf = (account: string, form: string) => `linli-draft-${account}-${form}:`;
const lockOf = (key: string) => `open ${key}`;

/** Full or forbidden storage: the draft is then only as safe as the network. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Cut to what a stored form may hold; undefined for what is no form. What was too much never was stored. */
function fitted(value: unknown, tries = 100): Definition | undefined {
  const read = definitionShape().safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (tries === 0 || issue?.code !== 'too_big') return undefined;
  const at = issue.path.slice(0, -1).reduce<unknown>((node, key) => inside(node, key), value);
  const key = issue.path.at(-1);
  const long = key === undefined ? undefined : inside(at, key);
  if (key === undefined || typeof at !== 'object' || at === null) return undefined;
  if (typeof long !== 'string' && !Array.isArray(long)) return undefined;
  Reflect.set(at, key, long.slice(0, Number(issue.maximum)));
  return fitted(value, tries - 1);
}
const inside = (node: unknown, key: PropertyKey): unknown =>
  typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;

function readCopy(text: string | null): (Copy & { at: number }) | undefined {
  const value: unknown = quietly(() => JSON.parse(text ?? ''));
  if (!isRecord(value) || typeof value.rev !== 'number') return undefined;
  const definition = fitted(value.definition);
  const at = typeof value.at === 'number' ? value.at : 0;
  return definition && { rev: value.rev, at, definition: writable(definition) };
}

/** A browser without them counts every other window as closed. */
const locks: LockManager | undefined = navigator.locks;

/** Names of locks that open windows hold. */
async function openWindows(): Promise<ReadonlySet<string>> {
  const held = (await locks?.query().catch(() => undefined))?.held ?? [];
  return new Set(held.map(({ name = '' }) => name));
}

/** The place for this window's copy, and the copies that closed windows left, the newest first. */
export async function copiesOf(account: string, form: string): Promise<KeeperIo['here']> {
  const mine = keysOf(account, form);
  const open = await openWindows();
  const own = mine + crypto.randomUUID();
  // Held until the form is left, or the window is gone, however it goes.
  const gone = new AbortController();
  locks
    ?.request(
      lockOf(own),
      () => new Promise<void>((free) => gone.signal.addEventListener('abort', () => free())),
    )
    .catch(() => {});
  const keys = quietly(() => Object.keys(localStorage)) ?? [];
  const forget = (key: string) => quietly(() => localStorage.removeItem(key));
  const left = keys
    .filter((key) => key.startsWith(mine) && !open.has(lockOf(key)))
    .flatMap((key) => {
      const copy = readCopy(quietly(() => localStorage.getItem(key)) ?? null);
      return copy ? [{ ...copy, forget: () => forget(key) }] : [];
    })
    .sort((one, other) => other.at - one.at);
  let waiting: Copy | undefined;
  let holds = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const stored = { ...waiting, at: Date.now(), definition: savable(waiting.definition) };
    waiting = undefined;
    holds = quietly(() => localStorage.setItem(own, JSON.stringify(stored)) ?? true) ?? false;
  };
  addEventListener('pagehide', write, gone);
  document.addEventListener('visibilitychange', write, gone);
  return {
    left,
    put(copy) {
      waiting = copy;
      timer ??= setTimeout(write, pause);
    },
    holds() {
      write();
      return holds;
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
