// The checks of a question as one constraint with one message, as XLSForm has them.
import type { Question } from '../../../../../schema/fields/shapes.ts';
import type { Rule, RuleOrder } from '../../../../../schema/logic/shapes.ts';
import { writtenPattern } from '../../xlsform/patterns.ts';
import { quoted, signs, type XPathWriter } from '../../xlsform/to-xpath.ts';

const ruleSigns: Readonly<Record<RuleOrder, string>> = { ...signs, equals: '=', differs: '!=' };

/** `. >= 1`, `. <= 5`, in figures or days. */
export const ends = (
  { min, max }: { min?: number | string | undefined; max?: number | string | undefined },
  what = '.',
): string[] => {
  const value = (end: number | string) => (typeof end === 'number' ? String(end) : `date('${end}')`);
  return [
    ...(min === undefined ? [] : [`${what} >= ${value(min)}`]),
    ...(max === undefined ? [] : [`${what} <= ${value(max)}`]),
  ];
};

function ruleText(rule: Rule, question: Question, xpath: XPathWriter): string | undefined {
  const kind = xpath.kind(question.id);
  switch (rule.check) {
    case 'range':
      // A time of day has no order there.
      return kind === 'number' || kind === 'date' ? ends(rule).join(' and ') || undefined : undefined;
    case 'length':
      return kind === 'text' ? ends(rule, 'string-length(.)').join(' and ') || undefined : undefined;
    case 'pattern':
      return `regex(., ${quoted(writtenPattern(rule.pattern))})`;
    case 'compare': {
      const other = xpath.answer(rule.with);
      // Whoever left the other one out is not held up.
      return other !== undefined && xpath.kind(rule.with) === kind && kind !== 'time'
        ? `(${other} = '' or . ${ruleSigns[rule.order]} ${other})`
        : undefined;
    }
    case 'sum': {
      const others = (rule.and ?? []).map((id) =>
        xpath.kind(id) === 'number' ? xpath.answer(id) : undefined,
      );
      if (kind !== 'number' || others.length === 0 || others.includes(undefined)) return undefined;
      const parts = ['.', ...others].map((part) => `coalesce(${part}, 0)`);
      return `${parts.join(' + ')} ${ruleSigns[rule.order]} ${rule.value}`;
    }
    case 'holds': {
      const text = xpath.condition(rule.condition, question.id);
      return text === undefined || !text.includes(' or ') ? text : `(${text})`;
    }
  }
}

/** `own`: what the type itself holds answers to. The message is the one that all checks share, if they share one. */
export function constraintsOf(question: Question, own: readonly string[], xpath: XPathWriter) {
  const rules = (question.rules ?? []).flatMap((rule) => {
    const text = ruleText(rule, question, xpath);
    return text === undefined ? [] : [{ text, message: rule.message ?? '' }];
  });
  const [first] = rules;
  const shared = rules.every(({ message }) => message === first?.message);
  return {
    constraint: [...own, ...rules.map(({ text }) => text)].join(' and '),
    message: shared ? (first?.message ?? '') : '',
  };
}
