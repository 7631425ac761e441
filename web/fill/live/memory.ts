// This phone's memory. It may be switched off or full: then the page works without it and says so.

type Memory = 'localStorage' | 'sessionStorage';

export function recall<T>(key: string, memory: Memory = 'localStorage'): T | undefined {
  try {
    const text = window[memory].getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Whether it was kept. */
export function keep(key: string, value: unknown, memory: Memory = 'localStorage'): boolean {
  try {
    window[memory].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

export function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
