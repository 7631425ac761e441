// The one way from a page to the Worker: by the contract's endpoint, with typed input and output.
import type { Body, Endpoint, Output, Params, Query } from '../../schema/api/endpoint.ts';
import { type ProblemCode, problems } from '../../schema/api/problem.ts';
import { ApiProblem } from './problem.ts';
import { beginWaiting } from './waiting.ts';
import { language } from './words/language.ts';
import { t } from './words/ui.ts';

type WithoutUndefined<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };
type Given<E> = WithoutUndefined<{
  params: keyof Params<E> extends never ? undefined : Params<E>;
  body: Body<E>;
}>;
type Input<E> = Given<E> & {
  /** of a call whose body is a file */
  content?: Blob;
  /** it goes on while the page is left */
  keepalive?: true;
  query?: Query<E> extends undefined ? undefined : Partial<Query<E>>;
};

interface Sent {
  params?: object;
  query?: object | undefined;
  body?: unknown;
  content?: Blob;
  keepalive?: true;
}

/** What a page that is not signed in does; the board and the staff's pages both go to the sign-in page. */
const signInPage = '/staff/sign-in';
const passwordPage = '/staff/password';

/** Path and query of a call, for `call` and for plain links to streams. */
export function addressOf(endpoint: { path: string }, { params = {}, query = {} }: Sent = {}): string {
  const values = new Map<string, unknown>(Object.entries(params));
  const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name) ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** @throws ApiProblem for every refusal, and with code `offline` when nothing answered */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Output<E>> {
  const done = beginWaiting();
  try {
    const response = await send(endpoint, input);
    if (!response.ok) throw await refusal(response);
    // 'null' stands for the calls that answer with no content.
    return JSON.parse((await response.text()) || 'null');
  } finally {
    done();
  }
}

async function send(endpoint: Endpoint, input: Sent): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language() };
  // The origin guard refuses unsafe methods without a JSON content type, with a body or without.
  if (endpoint.octets)
    Object.assign(headers, { 'content-type': 'application/octet-stream', 'x-linli-name': '' });
  else if (endpoint.method !== 'GET') headers['content-type'] = 'application/json';
  try {
    return await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      keepalive: input.keepalive ?? false,
      ...(input.content
        ? { body: input.content }
        : input.body === undefined
          ? {}
          : { body: JSON.stringify(input.body) }),
    });
  } catch {
    throw new ApiProblem('offline', 0, t('offline'), {});
  }
}

const isCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problems, code);

async function refusal(response: Response): Promise<ApiProblem> {
  const told: unknown = await response.json().catch(() => ({}));
  const details: Record<string, unknown> = typeof told === 'object' && told !== null ? { ...told } : {};
  const code = isCode(details.code) ? details.code : 'internal';
  const title = typeof details.title === 'string' ? details.title : t('unreadable');
  if (code === 'not-signed-in') leaveFor(signInPage);
  if (code === 'password-must-change') leaveFor(passwordPage);
  return new ApiProblem(code, response.status, title, details);
}

function leaveFor(page: string): void {
  if (location.pathname === page) return;
  const back = location.pathname + location.search;
  location.assign(`${page}?back=${encodeURIComponent(back)}`);
}
