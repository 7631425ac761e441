// What one option or row may be told beyond its label: shown beside it in words, set under 更多.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Condition } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import type { Line } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { readable } from '../logic/answers.ts';
import { nearest, When } from '../logic/when.tsx';
import { PipePicker } from '../pipes/pipe-picker.tsx';
import { Reading } from '../pipes/piped-field.tsx';
import { tokensOf } from '../pipes/tokens.ts';
import { t as pipes } from '../pipes/words.ts';
import { SwitchOnLogic } from '../switch-on.tsx';
import { useSwitches } from '../switches.ts';
import { t } from './line-words.ts';

export type Listed = Line & { showIf?: Condition | undefined };

export function LineMore<L extends Listed>(props: {
  line: L;
  /** what stands in the place of an empty label */
  name: string;
  question: Question;
  definition: Definition;
  change: (line: L) => void;
  says: readonly string[];
  children?: ComponentChildren;
}) {
  const { line, question, definition, change, says } = props;
  const { on } = useSwitches();
  const [open, setOpen] = useState(false);
  const sources = readable(definition, question.id);
  return (
    <>
      <Button
        small
        expanded={open}
        label={t('moreOf', { label: line.label.trim() || props.name })}
        onClick={() => setOpen(!open)}
      >
        {t('more')}
      </Button>
      {says.length > 0 && <span class="note line-says">{says.join(' · ')}</span>}
      {open && (
        <div class="rule line-more">
          {props.children}
          {on.has('logic') ? (
            <When
              legend={t('showIf')}
              always={t('always')}
              only={t('onlyWhen')}
              condition={line.showIf}
              definition={definition}
              sources={sources}
              likely={nearest(definition, question.id, sources)}
              onChange={(showIf) => change({ ...line, showIf })}
            />
          ) : (
            <SwitchOnLogic />
          )}
          <InsertAnswer line={line} question={question} definition={definition} change={change} />
        </div>
      )}
    </>
  );
}

/** At the end of the label: a label is short, and its field is out of sight of this button on a phone. */
function InsertAnswer<L extends Line>(props: {
  line: L;
  question: Question;
  definition: Definition;
  change: (line: L) => void;
}) {
  const { line, question, definition, change } = props;
  const [open, setOpen] = useState(false);
  const button = useId();
  const at = definition.questions.findIndex(({ id }) => id === question.id);
  const before = readable({ ...definition, questions: definition.questions.slice(0, Math.max(0, at)) });
  if (before.length === 0) return null;
  return (
    <div class="stack tight">
      <div>
        <Button small id={button} expanded={open} onClick={() => setOpen(!open)}>
          {pipes('insert')}
        </Button>
      </div>
      {open && (
        <PipePicker
          definition={definition}
          sources={before}
          onPick={(id, otherwise) => {
            setOpen(false);
            focusSoon(button);
            change({ ...line, label: `${line.label}${tokensOf(definition).mark(id, otherwise)}` });
          }}
        />
      )}
      <Reading value={line.label} definition={definition} />
    </div>
  );
}
