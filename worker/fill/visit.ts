// Who looks at a resident's page: language, size and building as remembered on this phone, in plain cookies that hold
// no secret, so that the page comes right at first sight and without JavaScript.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { assets } from '#assets';
import type { Frame } from '../../schema/api/page.ts';
import { interfaceOf, isTongue, type Tongue } from '../../schema/words/tongues.ts';
import type { Call, Env } from '../http/context.ts';
import { callOf } from '../http/route.ts';
import { footer } from '../settings/read.ts';

export type PageContext = Context<{ Bindings: Env }>;

const year = 365 * 86_400;
/** Read by the page's script too, so not HttpOnly. */
const names = { language: 'linli_lang', care: 'linli_care', unit: 'linli_unit' } as const;

function remember(c: PageContext, name: keyof typeof names, value: string): void {
  setCookie(c, names[name], value, {
    path: '/',
    maxAge: year,
    sameSite: 'Lax',
    secure: c.env.ORIGIN.startsWith('https:'),
  });
}

/** The language that was asked for in the address, or remembered. */
export function askedTongue(c: PageContext): Tongue | undefined {
  const named = [c.req.query('lang'), getCookie(c, names.language)];
  return named.find((one): one is Tongue => one !== undefined && isTongue(one));
}

/** The call of an act, in the language of the page: asked for, remembered, or the browser's. */
export function pageCall(c: PageContext): Call {
  const tongue = askedTongue(c);
  if (tongue && tongue === c.req.query('lang') && tongue !== getCookie(c, names.language))
    remember(c, 'language', tongue);
  const call = callOf(c);
  return tongue ? { ...call, tongue, language: interfaceOf(tongue) } : call;
}

/** Large type as it was asked for in the address, or remembered; undefined when nobody has said. */
export function askedCare(c: PageContext): boolean | undefined {
  const said = c.req.query('care') ?? getCookie(c, names.care);
  return said === undefined ? undefined : said === '1';
}

function careOf(c: PageContext): boolean {
  const care = askedCare(c) ?? false;
  if (c.req.query('care') !== undefined) remember(c, 'care', care ? '1' : '0');
  return care;
}

const localIdOnly = /^[a-z0-9]{2,32}$/;
export function lastUnit(c: PageContext): string | undefined {
  const unit = getCookie(c, names.unit);
  return unit && localIdOnly.test(unit) ? unit : undefined;
}
export const rememberUnit = (c: PageContext, unit: string) => {
  if (lastUnit(c) !== unit) remember(c, 'unit', unit);
};

/** This page's own address without its switches; `//evil.example` at its start would be another site's. */
function hereOf(c: PageContext): string {
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  url.searchParams.delete('care');
  return url.pathname.replace(/^[/\\]+/, '/') + url.search;
}

/** What stands around the page, with the footer of the campaign's city. */
export async function frameOf(
  c: PageContext,
  call: Call,
  slug?: string,
): Promise<Frame & { privacy: string }> {
  const { icp, police, privacy, shareTitle, sharePicture, demo } = await footer(call, slug);
  return {
    language: call.language,
    care: careOf(c),
    demo,
    now: call.now,
    origin: call.origin,
    here: c.req.method === 'GET' ? hereOf(c) : undefined,
    assets: assets.fill,
    footer: { icp, police },
    share: { title: shareTitle, picture: sharePicture || '/share.png' },
    privacy,
  };
}

/** The same when nothing can be read, for pages that say so. */
export const bareFrame = (c: PageContext, call: Call): Frame => ({
  language: call.language,
  care: careOf(c),
  demo: false,
  now: call.now,
  origin: call.origin,
  here: c.req.method === 'GET' ? hereOf(c) : undefined,
  assets: assets.fill,
  footer: { icp: '', police: '' },
  share: { title: '', picture: '' },
});
