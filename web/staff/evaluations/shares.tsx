// Who rates and for how much: one share moved, the others give way.
import { groupKinds, leastMarks } from '../../../schema/evaluations/scheme.ts';
import { setShare, shareOut } from '../../../schema/evaluations/shares.ts';
import { groupWord } from '../../ui/evaluation-says.ts';
import { Select } from '../../ui/select.tsx';
import { Drop, type RulesProps } from './rule-list.tsx';
import { t } from './words.ts';

export function Shares({ rules, set }: RulesProps) {
  const counting = rules.groups.filter(({ id }) => id !== 'self');
  const weights = counting.map(({ weight }) => weight);
  const others = groupKinds.filter((kind) => !rules.groups.some(({ id }) => id === kind));
  const share = (place: number, value: number) => {
    const next = setShare(weights, place, value);
    const byId = new Map(counting.map(({ id }, at) => [id, next[at] ?? 0]));
    set({ groups: rules.groups.map((group) => ({ ...group, weight: byId.get(group.id) ?? 0 })) });
  };
  const drop = (id: string) => {
    const left = rules.groups.filter((group) => group.id !== id);
    const kept = left.filter((group) => group.id !== 'self');
    const parts = shareOut(
      kept.map(({ weight }) => weight),
      100,
    );
    const byId = new Map(kept.map((group, at) => [group.id, parts[at] ?? 0]));
    set({ groups: left.map((group) => ({ ...group, weight: byId.get(group.id) ?? 0 })) });
  };
  return (
    <div class="card stack tight">
      <h3>{t('groups')}</h3>
      <p class="note">{t('groupsNote')}</p>
      {rules.groups.map(({ id, weight }) => {
        const place = counting.findIndex((group) => group.id === id);
        const group = groupWord(id);
        return (
          <div class="evaluation-share" key={id}>
            <label for={`share-${id}`}>{group}</label>
            {place < 0 ? (
              <span class="note">{t('beside')}</span>
            ) : (
              <input
                id={`share-${id}`}
                type="range"
                min={0}
                max={100}
                step={1}
                value={weight}
                disabled={counting.length < 2}
                aria-valuetext={t('percent', { n: weight })}
                onInput={(event) => share(place, Number(event.currentTarget.value))}
              />
            )}
            <output class="figures" for={`share-${id}`}>
              {place < 0 ? '' : t('percent', { n: weight })}
            </output>
            <Drop
              title={group}
              disabled={place >= 0 && counting.length < 2}
              onDrop={() => drop(id)}
              onUndo={() => set({ groups: rules.groups })}
            />
          </div>
        );
      })}
      {others.length > 0 && (
        <Select
          label={t('addGroup')}
          value=""
          options={[
            { value: '' as const, label: t('chooseGroup') },
            ...others.map((kind) => ({ value: kind, label: groupWord(kind) })),
          ]}
          onChange={(id) => {
            if (id === '') return;
            const minimum = leastMarks(id);
            set({ groups: [...rules.groups, { id, weight: 0, minimum, middle: { rule: 'mean' } }] });
          }}
        />
      )}
    </div>
  );
}
