// A port for a server that starts a moment later, as its own address goes into its settings first.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems hand out by themselves (from 32,768): nobody who asks for any port gets it meanwhile. */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_000);
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return free ? port : freePort();
}
