// What every part of the form page shares: the definition, the chosen question, and the acts on them.
import type { FieldType } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { toast } from '../../ui/toast.tsx';
import { copied, inOrderOf, insertAfter, moved, movedTo, replaced, without } from './edits.ts';
import { focusSoon } from './focus.ts';
import { freshQuestionId } from './fresh-id.ts';
import type { Keeper } from './keeper.ts';
import { titleOf } from './numbering.ts';
import { turnedWords } from './reference-words.ts';
import { turned } from './references.ts';
import { carriedAlong } from './settings/carrying.ts';
import { makeQuestion } from './types/registry.ts';
import { regrouped } from './whole/shuffling.ts';
import { t } from './words.ts';

export interface Builder {
  /** id of the form */
  form: string;
  definition: Definition;
  mayEdit: boolean;
  published: boolean;
  chosen: string | undefined;
  choose: (id: string, focus?: boolean) => void;
  change: (definition: Definition, group?: string) => void;
  changeQuestion: (question: Question, group?: string) => void;
  add: (type: FieldType) => void;
  remove: (question: Question) => void;
  copy: (question: Question) => void;
  move: (question: Question, by: number) => void;
  moveTo: (question: Question, index: number) => void;
  openSettings: () => void;
  openLanguages: () => void;
}

export const titleId = (id: string) => `title-${id}`;

export function builderOf(
  keeper: Keeper,
  chosen: string | undefined,
  setChosen: (id: string | undefined) => void,
  open: { settings: () => void; languages: () => void },
): Builder {
  const { definition } = keeper;
  /** A move goes ahead; what it turned around is said, and can be taken back. */
  const reorder = (next: Definition) => {
    keeper.change(next);
    const [first, ...more] = turned(definition, next);
    if (!first) return;
    const rest = more.length > 0 ? t('andMore', { n: more.length }) : '';
    toast(`${turnedWords(first, next)}${rest}`, () => {
      if (keeper.definition === next) keeper.undo();
      else keeper.change(inOrderOf(keeper.definition, definition));
    });
  };
  const choose = (id: string, focus = true) => {
    setChosen(id);
    if (focus) focusSoon(titleId(id));
  };
  return {
    form: keeper.form.id,
    definition,
    mayEdit: keeper.form.mayEdit && !keeper.form.archived && !keeper.theirs,
    published: keeper.form.version > 0,
    chosen,
    choose,
    change: (next, group) => keeper.change(next, group),
    changeQuestion(question, group) {
      const before = definition.questions.find((one) => one.id === question.id);
      const next = replaced(definition, question);
      keeper.change(before ? carriedAlong(next, before, question) : next, group);
    },
    add(type) {
      const question = makeQuestion(type, freshQuestionId());
      keeper.change(insertAfter(definition, question, chosen));
      choose(question.id);
    },
    remove(question) {
      const at = definition.questions.findIndex((one) => one.id === question.id);
      const left = regrouped(without(definition, question.id));
      keeper.change(left);
      const next = definition.questions[at + 1] ?? definition.questions[at - 1];
      if (next) choose(next.id);
      else setChosen(undefined);
      toast(t('removed', { title: titleOf(question) }), () => {
        // Puts it back where it stood, whatever was typed elsewhere meanwhile.
        const before = definition.questions[at - 1]?.id;
        const now = keeper.definition;
        const back = before
          ? insertAfter(now, question, before)
          : { ...now, questions: [question, ...now.questions] };
        keeper.change(now.shuffle === left.shuffle ? { ...back, shuffle: definition.shuffle } : back);
        choose(question.id);
      });
    },
    copy(question) {
      const made = copied(definition, question.id);
      keeper.change(made.definition);
      choose(made.id);
    },
    move: (question, by) => reorder(moved(definition, question.id, by)),
    moveTo: (question, index) => reorder(movedTo(definition, question.id, index)),
    openSettings: open.settings,
    openLanguages: open.languages,
  };
}
