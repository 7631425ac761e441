// The card of one run as a composed one: all that scores in it, each line a measure, and who took part. It is signed off
// in the same way as a card that staff compose.
import type { Body, Measure } from '../../../schema/scorecards/body.ts';
import { measuresMost } from '../../../schema/scorecards/body.ts';
import type { Language } from '../../../schema/words/language.ts';
import { idOf, isScored } from '../lines.ts';
import type { Seen } from './runs.ts';

const words = {
  zh: { overall: '总得分', rate: '回收率', perHundred: '收回' },
  en: { overall: 'Overall score', rate: 'Response rate', perHundred: 'Responses' },
} as const satisfies Record<Language, Record<string, string>>;

const unaimed = { weight: 0, better: 'higher', target: null, fair: null } as const;
const titleMost = 40;

export function bodyOfRun({ side: { head }, sight }: Seen, language: Language): Body {
  const say = words[language];
  const { form } = head;
  const scored = sight.lines.countable.filter(isScored);
  const measures: Measure[] = [
    { id: 'overall', title: say.overall, source: { kind: 'overall', form }, ...unaimed },
    {
      id: 'rate',
      title: head.access === 'anyone' ? say.perHundred : say.rate,
      source: { kind: 'participation', form },
      ...unaimed,
    },
    ...scored.map((line): Measure => {
      const { question, row } = line;
      const id = idOf(line);
      const source = { kind: 'question', form, question, row, what: 'score', mapping: 'linear' } as const;
      return { id, title: line.short.slice(0, titleMost), source, ...unaimed };
    }),
  ];
  return { period: 'month', measures: measures.slice(0, measuresMost), picks: [] };
}
