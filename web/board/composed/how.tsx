// How one figure of a composed card was made: its formula, the run and version behind it, weights, what was left out.
import type { ComposedCard, MeasureLine } from '../../../schema/api/composed.ts';
import { count } from '../../ui/figures.ts';
import { dayWords } from '../../ui/time.ts';
import { points } from '../figures.ts';
import { t as board } from '../words.ts';
import { aboutWords, isHidden, valueWords } from './said.ts';
import { t } from './words.ts';

function formula({ kind, what, how }: MeasureLine): string {
  if (kind === 'question') {
    if (what === 'score') return t(how.mapping === 'linear' ? 'how-score' : 'how-eighty');
    return what === 'satisfied' ? t('how-satisfied') : t(what === 'mean' ? 'how-mean' : 'how-share');
  }
  return t(`how-${kind}`);
}

export function How({ line, card }: { line: MeasureLine; card: ComposedCard }) {
  const { how, figure, before } = line;
  const at = card.measures.indexOf(line);
  const hidden = card.rows.filter(({ figures }) => {
    const one = figures[at];
    return one !== undefined && isHidden(one);
  });
  const told = [
    formula(line),
    how.parts.length > 0
      ? t('howParts', {
          list: how.parts
            .map(({ title, weight, value }) =>
              t('howPart', { title, weight, value: value === null ? '—' : points(value) }),
            )
            .join(t('comma')),
        })
      : '',
    how.run
      ? t('howRun', {
          title: how.run.title,
          from: dayWords(how.run.opensAt),
          to: dayWords(how.run.closesAt),
          version: how.run.version,
        })
      : '',
    how.run && card.period ? t('howRule') : '',
    how.evaluation
      ? t('howEvaluation', {
          title: how.evaluation.title,
          unit: how.evaluation.unit,
          day: dayWords(how.evaluation.finalAt),
        })
      : '',
    figure.all === undefined ? '' : t('howPartial'),
    figure.value === null || how.evaluation
      ? ''
      : aboutWords(figure) === ''
        ? line.what === 'mean'
          ? ''
          : t('howExact')
        : board('howInterval'),
    how.missing ? t('howMissing', { n: count(how.missing) }) : '',
    how.reported ? t('howReported', how.reported) : '',
    before === null
      ? ''
      : t('howBefore', { value: valueWords(line, before) }) +
        (line.change === null && line.what !== 'mean' ? t('howIncomparable') : ''),
    hidden.length > 0 ? t('howHidden', { list: hidden.map(({ unit }) => unit.name).join(t('comma')) }) : '',
  ];
  return (
    <ul class="stack tight composed-how" aria-label={t('how')}>
      {told.map((one) => one !== '' && <li key={one}>{one}</li>)}
    </ul>
  );
}
