// A question on the canvas at rest: as residents will read it, with what is set for it in words. It is drawn again only
// when what it shows has changed: a form may have hundreds, and every key that is typed draws the canvas.
import { Component } from 'preact';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { Says } from './says.tsx';
import { Sketch } from './sketch.tsx';
import { typeWord } from './types/words.ts';
import { t } from './words.ts';

interface Props {
  question: Question;
  name: string;
  /** earlier answers in its texts, as they are shown */
  show: (kept: string) => string;
  /** sentences, one a line */
  says: string;
  mayEdit: boolean;
  /** below what is in sight when the form is opened */
  far: boolean;
  onChoose: (id: string) => void;
}

export class QuestionReading extends Component<Props> {
  #choose = this.props.onChoose;

  override shouldComponentUpdate(next: Props): boolean {
    this.#choose = next.onChoose;
    const { question, name, says, mayEdit, far, show } = this.props;
    return (
      question !== next.question ||
      name !== next.name ||
      says !== next.says ||
      mayEdit !== next.mayEdit ||
      far !== next.far ||
      // Its texts name other questions, whose numbers may have changed.
      (show !== next.show && JSON.stringify(question).includes('{{'))
    );
  }

  override render() {
    const { question, name, show, says, mayEdit, far } = this.props;
    const asks = fieldOf(question).asks;
    return (
      <button
        type="button"
        class={`question reading type-${question.type}${far ? ' far' : ''}`}
        id={`q-${question.id}`}
        disabled={!mayEdit}
        onClick={() => this.#choose(question.id)}
      >
        <span class="note dim">
          {name}
          {asks && ` · ${typeWord(question.type)}`}
        </span>
        <span class="question-title">
          {show(question.title).trim() || t('noTitle')}
          {asks && !question.required && <span class="optional">{t('optionalMark')}</span>}
        </span>
        {question.hint && <span class="note">{show(question.hint)}</span>}
        <Sketch question={question} show={show} />
        <Says list={says === '' ? [] : says.split('\n')} />
      </button>
    );
  }
}
