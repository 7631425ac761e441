// 题库 under the questions: folded, and loaded when it is opened.
import type { Question } from '../../../../schema/form/definition.ts';
import { Button } from '../../../ui/button.tsx';
import { part } from '../../../ui/part.tsx';
import type { Builder } from '../builder.ts';
import { insertAfter } from '../edits.ts';
import { taken } from './alone.ts';
import { t } from './words.ts';

const Bank = part(
  () => import('./bank.tsx'),
  (loaded) => loaded.Bank,
);

export function BankSection(props: {
  builder: Builder;
  /** it goes on being open under the question that was added last */
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { builder, open } = props;
  const { definition } = builder;
  const add = (kept: Question) => {
    const question = taken(kept, new Set(definition.questions.map(({ id }) => id)));
    builder.change(insertAfter(definition, builder.chosen, question));
    // The reader stays here, and may add more.
    builder.choose(question.id, false);
  };
  return (
    <div class="stack tight">
      <div>
        <Button small kind="outlined" expanded={open} onClick={() => props.onOpen(!open)}>
          {t(open ? 'close' : 'bank')}
        </Button>
      </div>
      {open && <Bank onAdd={add} />}
    </div>
  );
}
