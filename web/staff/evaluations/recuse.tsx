// What a rater keeps out of, said before marking begins.
import { useState } from 'preact/hooks';
import type { EvaluationSubject } from '../../../schema/api/evaluation-shapes.ts';
import { subjectName } from '../../../schema/evaluations/names.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { hasWords } from '../../ui/has-words.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Rater } from './raters.tsx';
import { t } from './words.ts';

/** Subjects that a search lists at once. */
const shownMost = 30;

export function Recuse(props: {
  rater: Rater;
  subjects: readonly EvaluationSubject[];
  busy: boolean;
  problem: string;
  onAct: (recused: string[]) => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(props.rater.recused));
  const [words, setWords] = useState('');
  const has = hasWords(words);
  const found = props.subjects.filter((one) => has(subjectName(one)));
  return (
    <Dialog
      title={t('recuseTitle', { name: props.rater.name })}
      verb={t('save')}
      busy={props.busy}
      problem={props.problem}
      onAct={() => props.onAct([...chosen])}
      onClose={props.onClose}
    >
      <TextField type="search" label={t('find')} value={words} onInput={setWords} />
      {found.slice(0, shownMost).map((one) => (
        <Choice
          key={one.id}
          kind="box"
          checked={chosen.has(one.id)}
          onChange={(on) => {
            const next = new Set(chosen);
            if (on) next.add(one.id);
            else next.delete(one.id);
            setChosen(next);
          }}
          label={subjectName(one)}
        />
      ))}
      {found.length > shownMost && <p class="note">{t('moreSubjects', { n: shownMost })}</p>}
    </Dialog>
  );
}
