// What every part of the form page shares: the definition, the chosen question, and the acts on them.
import type { FormSummary } from '../../../schema/api/forms.ts';
import { type Definition, type Question, questionsMax } from '../../../schema/form/definition.ts';
import { toast } from '../../ui/toast.tsx';
import { copied, inOrderOf, insertAfter, moved, movedTo, putBack, replaced, without } from './edits.ts';
import { focusSoon } from './focus.ts';
import type { Keeper } from './keeper.ts';
import { titleOf } from './numbering.ts';
import { turnedWords } from './reference-words.ts';
import { turned } from './references.ts';
import { carriedAlong } from './settings/carrying.ts';
import { regrouped } from './whole/shuffling.ts';
import { t } from './words.ts';

export interface Builder {
  /** id of the form */
  form: string;
  unit: FormSummary['unit'];
  definition: Definition;
  mayEdit: boolean;
  published: boolean;
  chosen: string | undefined;
  choose: (id: string, focus?: boolean) => void;
  change: (definition: Definition, group?: string) => void;
  changeQuestion: (question: Question, group?: string) => void;
  /** behind the chosen question, and the first of them becomes the chosen one; false where there is no room for them */
  insert: (questions: readonly Question[], focus?: boolean) => boolean;
  /** `stay`: the focus stays where it is, and what is chosen too */
  remove: (ids: readonly string[], stay?: boolean) => void;
  copy: (ids: readonly string[], stay?: boolean) => void;
  /** what came of it */
  move: (ids: readonly string[], by: -1 | 1) => Definition;
  /** in front of another question; to the end for undefined */
  moveTo: (ids: readonly string[], before: string | undefined) => Definition;
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
  const reorder = (next: Definition): Definition => {
    keeper.change(next);
    const [first, ...more] = turned(definition, next);
    if (!first) return next;
    const rest = more.length > 0 ? t('andMore', { n: more.length }) : '';
    toast(`${turnedWords(first, next)}${rest}`, () => {
      if (keeper.definition === next) keeper.undo();
      else keeper.change(inOrderOf(keeper.definition, definition));
    });
    return next;
  };
  const choose = (id: string, focus = true) => {
    setChosen(id);
    if (focus) focusSoon(titleId(id));
  };
  /** Says so where there is none. */
  const hasRoom = (more: number): boolean => {
    const fits = definition.questions.length + more <= questionsMax;
    if (!fits) toast(t('questionsMost', { n: questionsMax }));
    return fits;
  };
  return {
    form: keeper.form.id,
    unit: keeper.form.unit,
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
    insert(questions, focus) {
      if (!hasRoom(questions.length)) return false;
      keeper.change(insertAfter(definition, chosen, ...questions));
      const [first] = questions;
      if (first) choose(first.id, focus);
      return true;
    },
    remove(ids, stay = false) {
      const gone = definition.questions.filter(({ id }) => ids.includes(id));
      const left = regrouped(without(definition, ids));
      keeper.change(left);
      const last = definition.questions.findIndex(({ id }) => id === gone.at(-1)?.id);
      const stays = ({ id }: Question) => !ids.includes(id);
      const next =
        definition.questions.slice(last).find(stays) ??
        definition.questions.slice(0, last).filter(stays).at(-1);
      if (next && !stay) choose(next.id);
      else if (chosen !== undefined && ids.includes(chosen)) setChosen(undefined);
      const [first] = gone;
      if (!first) return;
      const said =
        gone.length === 1 ? t('removed', { title: titleOf(first) }) : t('removedN', { n: gone.length });
      toast(said, () => {
        // Back where they stood, whatever was typed elsewhere meanwhile.
        const now = keeper.definition;
        const back = putBack(now, definition, ids);
        keeper.change(now.shuffle === left.shuffle ? { ...back, shuffle: definition.shuffle } : back);
        choose(first.id);
      });
    },
    copy(ids, stay = false) {
      if (!hasRoom(ids.length)) return;
      const made = copied(definition, ids);
      keeper.change(made.definition);
      const [first] = made.ids;
      if (first && !stay) choose(first);
    },
    move: (ids, by) => reorder(moved(definition, ids, by)),
    moveTo: (ids, before) => reorder(movedTo(definition, ids, before)),
    openSettings: open.settings,
    openLanguages: open.languages,
  };
}
