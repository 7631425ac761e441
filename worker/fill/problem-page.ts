// A refusal as a page, for those who came by a browser.
import { render } from '#fill/render';
import { type ProblemCode, problems } from '../../schema/api/problem.ts';
import { fillIn } from '../../schema/words/language.ts';
import { problemWords } from '../../schema/words/problems.ts';
import type { Call } from '../http/context.ts';
import { htmlResponse } from '../http/html.ts';
import { refusalOf } from '../http/problem.ts';
import type { Refusal } from '../http/refusal.ts';
import { bareFrame, type PageContext, pageCall } from './visit.ts';

export const sentenceOf = (refusal: Refusal, call: Call) =>
  fillIn(problemWords[call.language][refusal.code], refusal.args);

/** The status of a page that says this; nobody signs in here or chooses content types, and 408 is the front's alone. */
export function pageStatus(code: ProblemCode) {
  const status = problems[code];
  return status === 401 || status === 408 || status === 415 ? 400 : status;
}

/** Tells browsers when to come back, where that is known. */
export function waitAs(c: PageContext, refusal: Refusal): void {
  const seconds = refusal.args.seconds ?? (problems[refusal.code] === 503 ? 5 : undefined);
  if (seconds !== undefined) c.header('retry-after', String(seconds));
}

/** `framed`: where the page that it stands for would be in a frame of this site. */
export function problemPage(c: PageContext, thrown: unknown, framed = false): Response | Promise<Response> {
  const refusal = refusalOf(thrown);
  const call = pageCall(c);
  const status = pageStatus(refusal.code);
  waitAs(c, refusal);
  return htmlResponse(
    c,
    render({
      ...bareFrame(c, call),
      page: 'problem',
      status,
      title: sentenceOf(refusal, call),
      replaced: refusal.details.replaced === true,
    }),
    status,
    framed,
  );
}
