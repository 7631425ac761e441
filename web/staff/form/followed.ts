// A question that goes by another's answer, going by a third's instead: in what shows it and what it asks, in its checks
// and texts, in where it leads and in what it carries on.
import type { Question } from '../../../schema/form/definition.ts';
import { judgeRedirected } from '../../../schema/logic/judge.ts';
import { repiped } from '../../../schema/logic/pipe.ts';
import { redirected } from '../../../schema/logic/sources.ts';

export function followed(question: Question, from: string, to: string): Question {
  const next = repiped(redirected(question, from, to), from, to);
  return {
    ...next,
    ...(next.rules && { rules: judgeRedirected(next.rules, from, to) }),
    ...(next.jumps && {
      jumps: next.jumps.map((jump) => (jump.to === from ? { ...jump, to } : jump)),
    }),
    ...('carry' in next && next.carry?.from === from && { carry: { ...next.carry, from: to } }),
  };
}
