// The settings of a self-hosted server, all from the environment, checked before anything starts.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PlainError } from './log.ts';
import { root } from './paths.ts';

export interface Settings {
  host: string;
  port: number;
  dataDir: string;
  /** What residents and staff type: the one address that the server believes to be its own. */
  origin: URL;
  behindTls: boolean;
  tls?: { cert: Buffer; key: Buffer };
}

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

export function settings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new PlainError(`PORT=${env.PORT} 不是端口号。`, 'PORT must be a number from 1 to 65535.');
  const certFile = env.TLS_CERT;
  const keyFile = env.TLS_KEY;
  if (Boolean(certFile) !== Boolean(keyFile))
    throw new PlainError('TLS_CERT 和 TLS_KEY 要同时给出。', 'Give both TLS_CERT and TLS_KEY, or neither.');
  const tls = certFile && keyFile ? { cert: readFileSync(certFile), key: readFileSync(keyFile) } : undefined;

  const text = env.ORIGIN ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new PlainError(
      `ORIGIN=${text} 不是网址。`,
      'ORIGIN must be an address such as https://linli.example.cn',
    );
  const origin = new URL(new URL(text).origin);
  const behindTls = env.BEHIND_TLS === '1';
  if (origin.protocol === 'http:' && !local.has(origin.hostname) && !behindTls)
    throw new PlainError(
      `ORIGIN=${origin.origin} 没有加密。对外服务请用 https：给出 TLS_CERT 和 TLS_KEY；若前面已有反向代理负责加密，请设 BEHIND_TLS=1 并把 ORIGIN 写成 https 地址。`,
      'A public address needs https: give TLS_CERT and TLS_KEY, or set BEHIND_TLS=1 if a reverse proxy in front ends TLS.',
    );
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    dataDir: resolve(root, env.DATA_DIR ?? '.data'),
    origin,
    behindTls,
    ...(tls ? { tls } : {}),
  };
}
