// The one client of every measure: a number of connections kept alive, each sending its next request when the answer
// to the last has come.
import { Agent, type IncomingMessage, request } from 'node:http';

export interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Measured {
  perSecond: number;
  /** milliseconds of each request, in order of size */
  times: number[];
  /** answers by status */
  statuses: Map<number, number>;
  seconds: number;
}

export interface Client {
  send(one: Sent): Promise<{ status: number; text: string }>;
  /** Sends what `next` makes for this many milliseconds. */
  load(milliseconds: number, next: (index: number) => Sent): Promise<Measured>;
  close(): void;
}

export function openClient(url: string, connections: number): Client {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = ({ method, path, headers, body }: Sent) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const out = request({ agent, hostname, port, method, path, headers: { ...headers, ...length } });
      out.on('error', reject);
      out.on('response', (answer: IncomingMessage) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
      });
      out.end(body);
    });
  return {
    send,
    async load(milliseconds, next) {
      const times: number[] = [];
      const statuses = new Map<number, number>();
      const start = performance.now();
      let index = 0;
      const one = async () => {
        while (performance.now() - start < milliseconds) {
          const what = next(index++);
          const sent = performance.now();
          const { status } = await send(what);
          times.push(performance.now() - sent);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: connections }, one));
      const seconds = (performance.now() - start) / 1000;
      times.sort((a, b) => a - b);
      return { perSecond: times.length / seconds, times, statuses, seconds };
    },
    close: () => agent.destroy(),
  };
}

/** The value below which this share of the sorted times lies. */
export const percentile = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
