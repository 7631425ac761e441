// The whole site as a browser meets it: the built Worker behind the front that serves the pages' files.
import type { BrowserContext } from 'playwright-core';
import { openFront } from '../../worker/host/front.ts';
import { assetsDir } from '../../worker/host/paths.ts';
import { type City, type Login, openCity } from '../http/city.ts';
import { freePort } from '../http/free-port.ts';

export interface Site extends City {
  origin: string;
  /** A context in which this account is signed in. */
  signIn(context: BrowserContext, login: Login): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const city = await openCity(origin);
  const front = await openFront({
    host: '127.0.0.1',
    port,
    assetsDir,
    origin: new URL(origin),
    upstream: () => city.runtime.url,
    behindProxy: false,
  });
  return {
    ...city,
    get db() {
      return city.db;
    },
    origin,
    async signIn(context: BrowserContext, login: Login) {
      await context.addCookies([
        {
          name: '__Host-linli',
          value: city.token(login),
          url: origin.replace('http:', 'https:'), // a browser takes __Host- cookies on localhost; this call wants https
          secure: true,
          httpOnly: true,
          sameSite: 'Lax',
        },
      ]);
    },
    async close() {
      await front.close(0);
      await city.close();
    },
  };
}
