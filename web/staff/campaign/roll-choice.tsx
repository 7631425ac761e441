// By the letters of which roll a run is answered.
import { listRolls } from '../../../schema/api/rolls.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { countWord } from '../rolls/words.ts';
import { t } from './words.ts';

export function RollChoice(props: {
  access: 'household' | 'roll';
  roll: string;
  wrong: string | undefined;
  onChoose: (roll: string) => void;
}) {
  const read = useLoad('rolls', async () => (await call(listRolls, {})).rolls);
  return (
    <Loading from={read}>
      {(all) => {
        const rolls = all.filter(
          ({ kind, state, removedAt }) =>
            state === 'frozen' &&
            removedAt === null &&
            (props.access === 'household' ? kind === 'household' : kind !== 'owner'),
        );
        return (
          <div id="roll" tabIndex={-1} class="stack tight">
            {props.wrong && <span class="field-error">{props.wrong}</span>}
            {rolls.length === 0 ? (
              <p>
                {t('noRollYet')} <a href="/staff/rolls">{t('toRolls')}</a>
              </p>
            ) : (
              <Select
                label={t('whichRoll')}
                hint={t('whichRollHint')}
                value={props.roll}
                onChange={props.onChoose}
                options={[
                  { value: '', label: t('chooseRoll') },
                  ...rolls.map(({ id, title, version, kind, entries }) => ({
                    value: id,
                    label: t('rollIs', { title, version, n: countWord(kind, entries) }),
                  })),
                ]}
              />
            )}
          </div>
        );
      }}
    </Loading>
  );
}
