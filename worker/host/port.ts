// A port that is taken is said in a sentence that names a free one.
import { createServer } from 'node:net';
import { PlainError } from './log.ts';

const isFree = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** The next number that is free now, or 0, which lets the system choose one. */
async function nextFree(host: string, port: number): Promise<number> {
  for (let next = port + 1; next <= Math.min(port + 100, 65_535); next += 1)
    if (await isFree(host, next)) return next;
  return 0;
}

/** What an error of listening says to a person; any other error as it is. */
export async function sayTaken(error: unknown, host: string, port: number): Promise<unknown> {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return error;
  const next = await nextFree(host, port);
  return new PlainError(
    `端口 ${port} 已被占用，请用 PORT=${next} 另选一个。`,
    `Port ${port} is taken; choose another with PORT=${next}.`,
  );
}
