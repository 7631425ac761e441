// 对比: this card beside that of another period, or of any other unit of the campaign.
import { useState } from 'preact/hooks';
import { getScorecard } from '../../../schema/api/scorecards.ts';
import { Banner } from '../../ui/banner.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { isProblem } from '../../ui/problem.ts';
import { Select } from '../../ui/select.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import type { Scorecard } from '../card-types.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { takenOf } from '../charts/take-along.tsx';
import { scoreName } from '../headline.tsx';
import type { Beside } from '../read-card.ts';
import { between } from './between.ts';
import { compareFigure } from './compare.ts';
import { t } from './words.ts';

interface Other {
  campaign: string;
  unit: string;
  /** what it is called beside this one */
  name: string;
}

export function Compare(props: { card: Scorecard; others: Beside['campaigns'] }) {
  const { card, others } = props;
  const [kind, setKind] = useState<'run' | 'unit'>(others.length > 0 ? 'run' : 'unit');
  const [other, setOther] = useState<Other>();
  const chosenRun = kind === 'run' ? (other?.campaign ?? '') : '';
  return (
    <>
      <div class="line order">
        {others.length > 0 && (
          <Select
            label={t('compareWith')}
            value={kind}
            options={[
              { value: 'run', label: t('anotherRun') },
              { value: 'unit', label: t('anotherUnit') },
            ]}
            onChange={(next) => {
              setKind(next);
              setOther(undefined);
            }}
          />
        )}
        {kind === 'run' && (
          <Select
            label={t('whichRun')}
            value={chosenRun}
            options={[
              { value: '', label: t('choose') },
              ...others.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(id) => {
              const run = others.find((one) => one.id === id);
              setOther(run && { campaign: run.id, unit: card.unit.id, name: run.title });
            }}
          />
        )}
      </div>
      {kind === 'unit' && (
        <UnitPicker
          label={t('whichUnit')}
          campaign={card.campaign.id}
          chosen={other?.unit ?? ''}
          not={card.unit.id}
          onChoose={({ id, name }) => setOther({ campaign: card.campaign.id, unit: id, name })}
        />
      )}
      {other && <OtherCard card={card} other={other} here={kind === 'unit' ? card.unit.name : ''} />}
    </>
  );
}

function OtherCard(props: { card: Scorecard; other: Other; here: string }) {
  const { card, other } = props;
  const read = useLoad(`beside ${other.campaign} ${other.unit}`, () =>
    call(getScorecard, { params: { campaign: other.campaign, unit: other.unit }, query: {} }).catch(
      (thrown: unknown) => {
        if (isProblem(thrown, 'not-found')) return null;
        throw thrown;
      },
    ),
  );
  return (
    <Loading from={read}>
      {(there) =>
        there === null ? (
          <Banner kind="warn">{t('notIn')}</Banner>
        ) : there.hidden ? (
          <p>{t('veiledThere', { there: other.name })}</p>
        ) : (
          <Both card={card} there={there} here={props.here || card.campaign.title} name={other.name} />
        )
      }
    </Loading>
  );
}

function Both(props: { card: Scorecard; there: Scorecard; here: string; name: string }) {
  const { card, there, here, name } = props;
  const both = between(card, there);
  const units = card.campaign.id === there.campaign.id;
  const names = { name: scoreName(card), here, there: name, units };
  const nested =
    units &&
    (card.above.some(({ id }) => id === there.unit.id) || there.above.some(({ id }) => id === card.unit.id));
  return (
    <>
      <p class="note">{t('compareKey', { here, there: name })}</p>
      <FigureBlock
        figure={compareFigure(both, names)}
        taken={takenOf([card, there], ([one, other]) =>
          other && !other.hidden ? compareFigure(between(one, other), names) : null,
        )}
      />
      {both.apart.length > 0 && <p class="note">{t('leftOut', { list: both.apart.join(ui('listed')) })}</p>}
      {nested && <p class="note">{t('partWhole')}</p>}
    </>
  );
}
