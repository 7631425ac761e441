// What else a vote is by: whether it binds, which everybody is asked, and what few need, the silence rule and a posted list
// that says who chose what.
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Draft } from './draft.ts';
import { t } from './words.ts';

interface Props {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  /** it was to be saved: what is missing is said */
  tried: boolean;
}

export function Standing({ draft, set, tried }: Props) {
  return (
    <section class="sheet" aria-label={t('standing')}>
      <ChoiceGroup legend={t('standing')} hint={t('recordNote')}>
        {tried && draft.elsewhere === undefined && <p class="field-error">{t('needStanding')}</p>}
        {([false, true] as const).map((elsewhere) => (
          <Choice
            key={String(elsewhere)}
            kind="radio"
            name="standing"
            checked={draft.elsewhere === elsewhere}
            onChange={() => set({ elsewhere })}
            label={t(elsewhere ? 'record' : 'binding')}
          />
        ))}
      </ChoiceGroup>
      {draft.elsewhere && (
        <TextField
          label={t('official')}
          hint={t('officialHint')}
          maxLength={100}
          value={draft.official}
          onInput={(official) => set({ official })}
          error={tried && draft.official.trim() === '' ? t('needOfficial') : undefined}
        />
      )}
    </section>
  );
}

export function MoreSettings({ draft, set, tried }: Props) {
  return (
    <details open={draft.silenceOn || draft.namedOn}>
      <summary>{t('more')}</summary>
      <div class="sheet">
        <TextField
          label={t('words')}
          optional
          lines={3}
          maxLength={2000}
          value={draft.words}
          onInput={(words) => set({ words })}
        />
        <Choice
          kind="box"
          checked={draft.silenceOn}
          onChange={(silenceOn) => set({ silenceOn })}
          label={t('silence')}
          note={t('silenceNote')}
        />
        {draft.silenceOn && (
          <>
            <TextField
              label={t('article')}
              maxLength={200}
              value={draft.article}
              onInput={(article) => set({ article })}
              error={tried && draft.article.trim() === '' ? t('fault-no-article') : undefined}
            />
            <TextField
              label={t('warning')}
              maxLength={300}
              value={draft.warning}
              onInput={(warning) => set({ warning })}
              error={tried && draft.warning.trim() === '' ? t('fault-no-warning') : undefined}
            />
            <ChoiceGroup legend={t('abstentions')}>
              {(['stand', 'follow'] as const).map((abstentions) => (
                <Choice
                  key={abstentions}
                  kind="radio"
                  name="abstentions"
                  checked={draft.abstentions === abstentions}
                  onChange={() => set({ abstentions })}
                  label={t(`abstentions-${abstentions}`)}
                />
              ))}
            </ChoiceGroup>
          </>
        )}
        <Choice
          kind="box"
          checked={draft.namedOn}
          onChange={(namedOn) => set({ namedOn })}
          label={t('named')}
          note={t('namedNote')}
        />
        {draft.namedOn && (
          <TextField
            label={t('namedReason')}
            maxLength={200}
            value={draft.named}
            onInput={(named) => set({ named })}
            error={tried && draft.named.trim() === '' ? t('needNamed') : undefined}
          />
        )}
      </div>
    </details>
  );
}
