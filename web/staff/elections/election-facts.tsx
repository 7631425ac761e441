// What an election goes by: rules, roll, who watches over it, its days.
import type { ElectionWithPack } from '../../../schema/api/elections.ts';
import { count } from '../../ui/figures.ts';
import { Stages } from '../../ui/stages.tsx';
import { language } from '../../ui/words/language.ts';
import { packOf } from './plan.ts';
import { ruleName } from './rule-field.tsx';
import { stepsOf } from './said.ts';
import { t } from './words.ts';

export function ElectionFacts({ election }: { election: ElectionWithPack }) {
  const { roll, tellers, quorum, preset } = election;
  const pack = packOf(election);
  const size = roll && { title: roll.title, n: t('households', { n: count(roll.entries) }) };
  return (
    <section class="stack">
      <h2>{t('facts')}</h2>
      <dl class="facts">
        {preset !== 'nominations' && (
          <>
            <dt>{t('goesBy')}</dt>
            <dd>
              {ruleName(pack)} <span class="note">{pack.about[language()]}</span>
            </dd>
            <dt>{t('rollLine')}</dt>
            <dd>
              {roll && size ? (
                <a href={`/staff/rolls/${roll.id}`}>{t(roll.frozen ? 'rollFrozen' : 'rollDraft', size)}</a>
              ) : (
                t('rollNone')
              )}
            </dd>
          </>
        )}
        {preset === 'sealed' && (
          <>
            <dt>{t('watchers')}</dt>
            <dd>{t('watchersLine', { ...tellers, quorum })}</dd>
          </>
        )}
        <dt>{t('organiser')}</dt>
        <dd>
          {election.organiser} · {election.phone}
        </dd>
      </dl>
      <h2>{t('days')}</h2>
      <Stages steps={stepsOf(election.days, preset)} now={t('isNow')} />
    </section>
  );
}
