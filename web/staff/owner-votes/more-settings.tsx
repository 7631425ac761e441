// What few votes need: that the binding vote is cast elsewhere, the silence rule, and a posted list that says who chose what.
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Draft } from './prepare.tsx';
import { t } from './words.ts';

export function MoreSettings(props: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const { draft, set } = props;
  return (
    <details open={draft.elsewhere || draft.silenceOn || draft.namedOn}>
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
        <ChoiceGroup legend={t('standing')} hint={t('recordNote')}>
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
          />
        )}
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
            />
            <TextField
              label={t('warning')}
              maxLength={300}
              value={draft.warning}
              onInput={(warning) => set({ warning })}
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
          />
        )}
      </div>
    </details>
  );
}
