// The few answers that the front gives itself, in the codes, the words and the shape of the Worker's own:
// problem+json for programs, one plain sentence for people.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProblemCode } from '../../schema/api/problem.ts';
import { languageOf } from '../../schema/words/language.ts';
import { problemOf } from '../http/problem.ts';
import { Refusal } from '../http/refusal.ts';

/** What a front can have against a request, with the figures that its sentence needs. */
const args = {
  'bad-input': { where: 'URL' },
  'not-found': {},
  'too-slow': {},
  'too-large': { limit: '2048 KB' },
  unavailable: {},
} as const satisfies Partial<Record<ProblemCode, Record<string, string>>>;

export type FrontProblem = keyof typeof args;

export function problem(request: IncomingMessage, response: ServerResponse, code: FrontProblem): void {
  if (response.headersSent || response.destroyed) return;
  const language = languageOf(request.headers['accept-language']);
  const body = problemOf(new Refusal(code, args[code]), language);
  const forPeople = request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '');
  const tag = language === 'zh' ? 'zh-CN' : 'en';
  const headers: Record<string, string> = {
    'cache-control': 'no-store',
    'content-language': tag,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    ...(body.status === 503 ? { 'retry-after': '3' } : {}),
    ...(body.status === 503 && forPeople ? { refresh: '3' } : {}),
  };
  if (forPeople) {
    response.writeHead(body.status, { ...headers, 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="${tag}"><meta name="viewport" content="width=device-width">
<title>${body.title}</title><h1>${body.title}</h1>`);
    return;
  }
  response.writeHead(body.status, { ...headers, 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
