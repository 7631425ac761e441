// 结尾, below the questions: the closing words that everybody reads, and other endings for some.
import { useState } from 'preact/hooks';
import { formTextMax } from '../../../../schema/form/definition.ts';
import type { Ending } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import type { Builder } from '../builder.ts';
import { spliced } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { freshEndingId } from '../fresh-id.ts';
import { readable } from '../logic/answers.ts';
import { conditionWords } from '../logic/condition-words.ts';
import { When } from '../logic/when.tsx';
import { PipedField } from '../pipes/piped-field.tsx';
import { tokensOf } from '../pipes/tokens.ts';
import { RemoveButton } from '../remove-button.tsx';
import { t } from './words.ts';

const most = 20;
const addId = 'add-ending';
const titleId = (id: string) => `ending-${id}`;

export function Endings({ builder }: { builder: Builder }) {
  const { definition, change, mayEdit } = builder;
  const [fresh, setFresh] = useState<string>();
  const endings = definition.endings ?? [];
  const put = (next: readonly Ending[], group?: string) =>
    change({ ...definition, endings: next.length > 0 ? [...next] : undefined }, group);
  const add = (made: Omit<Ending, 'id'>) => {
    const id = freshEndingId();
    setFresh(id);
    put([...endings, { id, ...made }]);
    focusSoon(titleId(id));
  };
  if (!mayEdit && !definition.thanks && endings.length === 0) return null;
  return (
    <section class="question stack" aria-label={t('endings')}>
      <h2 class="small">{t('endings')}</h2>
      {mayEdit ? (
        <PipedField
          id="form-thanks"
          label={t('thanks')}
          hint={t('thanksHint')}
          optional
          lines={2}
          maxLength={formTextMax.thanks}
          definition={definition}
          before={undefined}
          value={definition.thanks ?? ''}
          onInput={(thanks) => change({ ...definition, thanks: thanks || undefined }, 'thanks')}
        />
      ) : (
        <p>{tokensOf(definition).show(definition.thanks ?? '')}</p>
      )}
      {endings.map((ending, index) => (
        <EndingCard
          key={ending.id}
          ending={ending}
          n={index + 1}
          builder={builder}
          fresh={ending.id === fresh}
          onChange={(next, group) => put(spliced(endings, index, 1, ...(next ? [next] : [])), group)}
        />
      ))}
      {mayEdit && endings.length < most && (
        <div class="line">
          <Button small kind="outlined" id={addId} onClick={() => add({ title: t('freshTitle') })}>
            + {t('addEnding')}
          </Button>
          <Button small onClick={() => add({ title: t('refusalTitle'), refuses: true })}>
            + {t('addRefusal')}
          </Button>
        </div>
      )}
    </section>
  );
}

function EndingCard(props: {
  ending: Ending;
  n: number;
  builder: Builder;
  fresh: boolean;
  onChange: (ending: Ending | undefined, group?: string) => void;
}) {
  const { ending, n, builder, onChange } = props;
  const { definition } = builder;
  const says = endingWords(ending, builder);
  // One that was just added is written at once.
  const [open, setOpen] = useState(props.fresh);
  if (!builder.mayEdit)
    return (
      <div>
        <p class="question-title">{ending.title}</p>
        {ending.text && <p>{ending.text}</p>}
        <p class="note">{says}</p>
      </div>
    );
  return (
    <details
      class="fold"
      data-at={`endings.${ending.id}`}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t('endingN', { n })} {tokensOf(definition).show(ending.title)}
        <span class="note says">{says}</span>
      </summary>
      <div class="stack tight">
        <PipedField
          id={titleId(ending.id)}
          label={t('endingTitle')}
          hint={t('endingTitleHint')}
          maxLength={100}
          definition={definition}
          before={undefined}
          value={ending.title}
          onInput={(title) => onChange({ ...ending, title }, titleId(ending.id))}
        />
        <PipedField
          id={`${titleId(ending.id)}-text`}
          label={t('endingText')}
          optional
          lines={2}
          maxLength={500}
          definition={definition}
          before={undefined}
          value={ending.text ?? ''}
          onInput={(text) => onChange({ ...ending, text: text || undefined }, `${titleId(ending.id)}-text`)}
        />
        <Choice
          kind="box"
          checked={ending.refuses ?? false}
          onChange={(refuses) => onChange({ ...ending, refuses: refuses || undefined })}
          label={t('refuses')}
          note={t('refusesNote')}
        />
        <When
          legend={t('endingWhen')}
          always={t('endingByJump')}
          only={t('endingIf')}
          condition={ending.when}
          definition={definition}
          sources={readable(definition)}
          onChange={(when) => onChange({ ...ending, when })}
        />
        <div class="line">
          <RemoveButton
            ids={[ending.id]}
            definition={definition}
            label={t('removeEnding')}
            kind="ending"
            onRemove={() => {
              onChange(undefined);
              focusSoon(addId);
            }}
          />
        </div>
      </div>
    </details>
  );
}

function endingWords({ when, refuses }: Ending, { definition }: Builder): string {
  const reached = when
    ? t('ending-when-says', { words: conditionWords(when, definition) })
    : t('ending-jump-says');
  return refuses ? `${reached} · ${t('ending-refuses-says')}` : reached;
}
