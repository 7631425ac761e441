// 合并楼栋: units below with too few answers for figures of their own, together, with their names.
import { count } from '../ui/figures.ts';
import type { Scorecard } from './card-types.ts';
import { aboutIn, points } from './figures.ts';
import { t } from './words.ts';

export function Merged(props: { merged: NonNullable<Scorecard['merged']> }) {
  const { of, n, score } = props.merged;
  return (
    <p>
      <b>{of.length > 0 ? t('merged') : t('mergedRest')}</b>
      {of.length > 0 && t('mergedOf', { list: of.join(t('comma')) })}
      {t('mergedCount', { n: count(n) })}
      {score && (
        <>
          {t('mergedScore')}
          <b>{points(score.value)}</b>
          {aboutIn(score)}
        </>
      )}
    </p>
  );
}
