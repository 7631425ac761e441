// What /proc tells about processes: whether a pid is still the process that we mean, and which workerd works on
// a data folder. Where there is no /proc (not Linux) nothing is found, and a pid is only known to be alive.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Set in the environment of every workerd that we start, so that an orphan names its data folder itself. */
export const dataMark = 'LINLI_DATA';

/** A pid alone is reused by the system; with its start it means one process for ever. */
export interface Owner {
  pid: number;
  /** Boot id and start in clock ticks after boot, '' where the system does not tell. */
  started: string;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets. */
function stat(pid: number): string[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

export function owner(pid: number): Owner {
  const fields = stat(pid);
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return { pid, started: fields ? `${boot}:${fields[19]}` : '' };
}

export function isAlive(it: Owner): boolean {
  const fields = stat(it.pid);
  if (fields) return fields[0] !== 'Z' && owner(it.pid).started === it.started;
  if (existsSync('/proc/self/stat')) return false;
  try {
    process.kill(it.pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Every workerd that was started for this data folder (its real path), whoever started it. */
export function workerdsOn(dataDir: string): Owner[] {
  if (!existsSync('/proc/self/stat')) return [];
  const mark = `${dataMark}=${dataDir}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/comm`)?.trim() === 'workerd')
    .filter((pid) => read(`/proc/${pid}/environ`)?.split('\0').includes(mark))
    .map((pid) => owner(Number(pid)))
    .filter(isAlive);
}

/** Ends the processes at once and waits until they are gone. SQLite's journal makes that safe. */
export async function end(processes: Owner[]): Promise<void> {
  for (const it of processes) if (isAlive(it)) process.kill(it.pid, 'SIGKILL');
  while (processes.some(isAlive)) await sleep(20);
}
