// Keeps a runtime alive. Miniflare starts a crashed workerd again by itself; when that fails too, the whole
// runtime is opened anew. In between the front answers 503.
import { warn } from './log.ts';
import { openRuntime, type Runtime, type RuntimeOptions } from './runtime.ts';

export interface Supervised {
  /** The runtime at work, undefined while it is away. */
  now(): Runtime | undefined;
  close(): Promise<void>;
}

const lookEvery = 2_000;
/** Looks in a row without a workerd before the runtime is opened anew. */
const patience = 3;

export async function supervise(options: RuntimeOptions): Promise<Supervised> {
  let current: Runtime | undefined = await openRuntime(options);
  let missed = 0;
  let busy: Promise<void> = Promise.resolve();

  async function reopen(): Promise<void> {
    warn('运行时没有恢复，正在重新启动', 'the runtime did not come back; starting it anew');
    const old = current;
    current = undefined;
    await old?.close().catch(() => {});
    try {
      current = await openRuntime(options);
      missed = 0;
    } catch (error) {
      warn('重新启动失败，稍后再试', `starting anew failed, will try again: ${String(error)}`);
    }
  }

  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    missed = current && current.pids().length > 0 ? 0 : missed + 1;
    if (missed < patience) return;
    looking = true;
    busy = reopen().finally(() => {
      looking = false;
    });
  }, lookEvery);

  return {
    now: () => current,
    async close() {
      clearInterval(timer);
      await busy;
      await current?.close();
      current = undefined;
    },
  };
}
