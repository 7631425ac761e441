// What was found, recorded for one nominee: the item, how many times, a note, a picture made small before it is sent.
import { useState } from 'preact/hooks';
import { addFinding, uploadFindingPhoto } from '../../../schema/api/evaluation-subjects.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { t as say } from '../../ui/words/evaluations.ts';
import { smallPicture } from '../small-picture.ts';
import { NumberField } from './number-field.tsx';
import type { SubjectProps } from './subject-page.tsx';
import { t } from './words.ts';

/** The longer side of a picture, in points: enough to see what was found. */
const side = 1280;

export function AddFinding({ view, onChanged }: SubjectProps) {
  const { evaluation, subject } = view;
  const { deductions, bonuses, vetoes, gates } = evaluation.rules;
  const items = [
    ...deductions.map((one) => ({ kind: 'deduction' as const, ...one })),
    ...bonuses.map((one) => ({ kind: 'bonus' as const, ...one })),
    ...vetoes.map((one) => ({ kind: 'veto' as const, ...one, photo: false })),
    ...gates
      .filter(({ from }) => from === 'reported')
      .map((one) => ({ kind: 'reading' as const, ...one, photo: false })),
  ];
  const [chosen, setChosen] = useState('');
  const [times, setTimes] = useState(1);
  const [note, setNote] = useState('');
  const [picture, setPicture] = useState<File>();
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const item = items.find(({ kind, id }) => `${kind} ${id}` === chosen);
  const reading = item?.kind === 'reading';
  const needsNote = reading && note.trim() === '';
  const needsPhoto = item?.photo === true && !picture;
  const send = () =>
    act(async () => {
      setTried(true);
      if (!item || needsNote || needsPhoto) return;
      const params = { evaluation: evaluation.id, subject: subject.id };
      const content = picture && (await smallPicture(picture, side));
      if (picture && !content) return toast(t('photoBroken'));
      const kept = content && (await call(uploadFindingPhoto, { params, content }));
      await call(addFinding, {
        params,
        body: {
          kind: item.kind,
          item: item.id,
          times,
          note: note.trim(),
          ...(kept && { photo: kept.photo }),
        },
      });
      toast(t('kept'));
      setChosen('');
      setTimes(1);
      setNote('');
      setPicture(undefined);
      setTried(false);
      onChanged();
    });
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{t('addFinding')}</summary>
      <form
        class="sheet card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Select
          label={t('what')}
          value={chosen}
          error={tried && !item ? t('needItem') : undefined}
          onChange={(to) => {
            setChosen(to);
            setTimes(1);
          }}
          options={[
            { value: '', label: '—' },
            ...items.map((one) => ({
              value: `${one.kind} ${one.id}`,
              label: say('findingLine', { kind: say(`kind-${one.kind}`), item: one.title, times: '' }),
            })),
          ]}
        />
        {item && item.kind !== 'veto' && (
          <NumberField
            key={item.kind}
            label={t(reading ? 'readingValue' : 'times')}
            least={reading ? 0 : 1}
            most={100}
            step={reading ? 0.01 : 1}
            value={times}
            onChange={setTimes}
          />
        )}
        <TextField
          label={t(reading ? 'noteSource' : 'note')}
          optional={!reading}
          maxLength={300}
          value={note}
          onInput={setNote}
          error={tried && needsNote ? t('needNote') : undefined}
        />
        {!reading && (
          <div class={`field${tried && needsPhoto ? ' wrong' : ''}`}>
            <label for="finding-photo">{t('photo')}</label>
            {tried && needsPhoto && <span class="field-error">{t('needPhoto')}</span>}
            <input
              key={picture ? 'there' : 'none'}
              id="finding-photo"
              class="input"
              type="file"
              accept="image/jpeg,image/png,image/webp"
              hidden={picture !== undefined}
              onChange={(event) => setPicture(event.currentTarget.files?.[0])}
            />
            {picture && (
              <p class="line">
                {picture.name}
                <Button small onClick={() => setPicture(undefined)}>
                  {t('drop')}
                </Button>
              </p>
            )}
          </div>
        )}
        {problem && <Banner kind="warn">{problem}</Banner>}
        <div>
          <Button type="submit" kind="outlined" busy={busy}>
            {t('keep')}
          </Button>
        </div>
      </form>
    </details>
  );
}
