// The matters of a vote being written: each one says what is decided and which item of the law it is, and with that what
// it needs to pass.
import { matterOf, mattersMost, type OwnerMatter } from '../../../schema/elections/owner-vote.ts';
import { matters as lawful } from '../../../schema/elections/packs/owners.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { language } from '../../ui/words/language.ts';
import { t } from './words.ts';

/** The first of m1, m2 … that is free: ids stay with their matter. */
function freeId(matters: readonly OwnerMatter[]): string {
  for (let n = 1; ; n++) if (!matters.some(({ id }) => id === `m${n}`)) return `m${n}`;
}

/** Nothing is chosen ahead: the item decides what a matter needs to pass. */
const noItem = 0;

export function Matters(props: {
  matters: readonly OwnerMatter[];
  tried: boolean;
  onChange: (matters: readonly OwnerMatter[]) => void;
  /** the same, after other changes */
  onUndo: (matters: readonly OwnerMatter[]) => void;
}) {
  const { matters, onChange } = props;
  const put = (at: number, change: Partial<OwnerMatter>) =>
    onChange(matters.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const drop = (at: number) => {
    onChange(matters.filter((_, index) => index !== at));
    toast(t('dropped', { title: matters[at]?.title ?? '' }), () => props.onUndo(matters));
  };
  const up = (at: number) => {
    const [one, before] = [matters[at], matters[at - 1]];
    if (one && before)
      onChange(matters.map((kept, index) => (index === at ? before : index === at - 1 ? one : kept)));
  };
  return (
    <section class="stack" aria-labelledby="writing">
      <h2 id="writing">{t('matters')}</h2>
      <p class="note">{t('mattersHint')}</p>
      {matters.map((matter, at) => (
        <fieldset key={matter.id} class="sheet card">
          <legend class="away">{t('matterN', { n: at + 1 })}</legend>
          <b aria-hidden="true">{t('matterN', { n: at + 1 })}</b>
          <TextField
            label={t('matterTitle')}
            maxLength={80}
            value={matter.title}
            onInput={(title) => put(at, { title })}
            error={props.tried && matter.title.trim() === '' ? t('needMatter') : undefined}
          />
          <TextField
            label={t('matterText')}
            optional
            lines={4}
            maxLength={3000}
            value={matter.text}
            onInput={(text) => put(at, { text })}
          />
          <Select
            label={t('lawItem')}
            hint={matter.item === noItem ? undefined : t(`need-${matterOf(matter.item).kind}`)}
            value={String(matter.item)}
            options={[
              ...(matter.item === noItem ? [{ value: String(noItem), label: t('chooseItem') }] : []),
              ...lawful.map(({ item, text }) => ({
                value: String(item),
                label: t('itemOption', { n: item, text: text[language()] }),
              })),
            ]}
            error={props.tried && matter.item === noItem ? t('needItem') : undefined}
            onChange={(item) => put(at, { item: Number(item) })}
          />
          <div class="line">
            {at > 0 && (
              <Button small label={`${t('moveUp')}：${matter.title}`} onClick={() => up(at)}>
                {t('moveUp')}
              </Button>
            )}
            <Button small label={`${t('dropMatter')}：${matter.title}`} onClick={() => drop(at)}>
              {t('dropMatter')}
            </Button>
          </div>
        </fieldset>
      ))}
      {matters.length < mattersMost && (
        <div>
          <Button
            kind="outlined"
            onClick={() => onChange([...matters, { id: freeId(matters), title: '', text: '', item: noItem }])}
          >
            {t('addMatter')}
          </Button>
        </div>
      )}
    </section>
  );
}
