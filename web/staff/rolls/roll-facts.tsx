// What a roll holds in figures: entries, heads and area, and once it is final the code that anyone can check it by.
import { showArea } from '../../../schema/rolls/area.ts';
import { count } from '../../ui/figures.ts';
import { dayWords } from '../../ui/time.ts';
import { DoubtList } from './doubt-list.tsx';
import type { RollView } from './roll-page.tsx';
import { rollAddress } from './rolls.tsx';
import { countWord, t } from './words.ts';

export function RollFacts({ view }: { view: RollView }) {
  const { roll, units, owners, versions } = view;
  const struck = units.reduce((sum, unit) => sum + unit.struck, 0);
  const area = units.reduce((sum, unit) => sum + unit.area, 0);
  return (
    <section class="stack tight" aria-label={t('facts')}>
      <dl class="facts">
        <dt>{t('standing')}</dt>
        <dd class="figures">
          {countWord(roll.kind, roll.entries)}
          {struck > 0 && ` · ${t('struck')} ${count(struck)}`}
        </dd>
        {owners && (
          <>
            <dt>{t('heads')}</dt>
            <dd class="figures">
              {count(owners.heads)}
              {owners.developer > 0 && ` · ${t('developerUnits', { n: count(owners.developer) })}`}
            </dd>
            <dt>{t('totalArea')}</dt>
            <dd class="figures">{t('squareMetres', { area: showArea(area) })}</dd>
          </>
        )}
        {roll.note !== '' && (
          <>
            <dt>{t('source')}</dt>
            <dd>{roll.note}</dd>
          </>
        )}
        {roll.sha256 !== null && roll.frozenAt !== null && (
          <>
            <dt>{t('checkCode')}</dt>
            <dd>
              <span class="roll-code">{roll.sha256}</span>{' '}
              <span class="note">{t('finalFacts', { day: dayWords(roll.frozenAt) })}</span>
            </dd>
          </>
        )}
        {versions.length > 1 && (
          <>
            <dt>{t('versions')}</dt>
            <dd class="line">
              {versions.map(({ id, version }) =>
                id === roll.id ? (
                  <b key={id}>{t('version', { n: version })}</b>
                ) : (
                  <a key={id} href={rollAddress(id)}>
                    {t('version', { n: version })}
                  </a>
                ),
              )}
            </dd>
          </>
        )}
      </dl>
      {owners && <p class="note">{t('headsNote')}</p>}
      {owners && owners.doubts.length > 0 && (
        <section class="stack tight" aria-label={t('doubts')}>
          <p>▲ {t('doubts')}</p>
          <DoubtList doubts={owners.doubts} />
        </section>
      )}
      {owners && owners.sameName > 0 && <p>▲ {t('sameName', { n: owners.sameName })}</p>}
      {roll.sha256 !== null && <p class="note">{t('checkCodeHow')}</p>}
    </section>
  );
}
