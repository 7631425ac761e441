// The one mapper from errors to problem+json. What is not a refusal is logged by name only: messages of the database
// carry bound values, and logs carry no answers.
import { type Problem, problems } from '../../schema/api/problem.ts';
import { fillIn, type Language } from '../../schema/words/language.ts';
import { problemWords } from '../../schema/words/problems.ts';
import { Refusal } from './refusal.ts';

export function problemOf(refusal: Refusal, language: Language): Problem {
  return {
    ...refusal.args,
    ...refusal.details,
    type: `urn:linli:${refusal.code}`,
    code: refusal.code,
    status: problems[refusal.code],
    title: fillIn(problemWords[language][refusal.code], refusal.args),
  };
}

export function problemResponse(refusal: Refusal, language: Language): Response {
  const problem = problemOf(refusal, language);
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language === 'zh' ? 'zh-CN' : 'en',
  });
  const wait = refusal.args.seconds ?? (problem.status === 503 ? 5 : undefined);
  if (wait !== undefined) headers.set('retry-after', String(wait));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

// D1's own words for "not now": https://developers.cloudflare.com/d1/observability/debug-d1/
const busy =
  /overloaded|storage.*reset|object to be reset|network connection lost|internal error|SQLITE_BUSY|timed? ?out/i;

/** Any thrown value as a refusal. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const error = thrown instanceof Error ? thrown : new Error('not an error');
  const cause = error.cause instanceof Error ? error.cause : error;
  if (busy.test(cause.message)) return new Refusal('unavailable');
  const kind = /^D1_[A-Z_]*|SQLITE_[A-Z_]+/.exec(cause.message)?.[0] ?? '';
  console.error(
    JSON.stringify({ error: error.name, cause: cause.name, kind, at: error.stack?.split('\n')[1]?.trim() }),
  );
  return new Refusal('internal');
}
