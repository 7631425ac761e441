// What every part of the form page shares: the definition, the chosen question, and the acts on them.
import type { FieldType } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { toast } from '../../ui/toast.tsx';
import { copied, insertAfter, moved, replaced, without } from './edits.ts';
import { focusSoon } from './focus.ts';
import { freshQuestionId } from './fresh-id.ts';
import type { Keeper } from './keeper.ts';
import { titleOf } from './numbering.ts';
import { makeQuestion } from './types/registry.ts';
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
  openSettings: () => void;
}

export const titleId = (id: string) => `title-${id}`;

export function builderOf(
  keeper: Keeper,
  chosen: string | undefined,
  setChosen: (id: string | undefined) => void,
  openSettings: () => void,
): Builder {
  const { definition } = keeper;
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
    changeQuestion: (question, group) => keeper.change(replaced(definition, question), group),
    add(type) {
      const question = makeQuestion(type, freshQuestionId());
      keeper.change(insertAfter(definition, question, chosen));
      choose(question.id);
    },
    remove(question) {
      const at = definition.questions.findIndex((one) => one.id === question.id);
      keeper.change(without(definition, question.id));
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
        keeper.change(back);
        choose(question.id);
      });
    },
    copy(question) {
      const made = copied(definition, question.id);
      keeper.change(made.definition);
      choose(made.id);
    },
    move: (question, by) => keeper.change(moved(definition, question.id, by)),
    openSettings,
  };
}
