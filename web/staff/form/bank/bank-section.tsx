// 题库 under the questions: folded, and loaded when it is opened.
import type { Question } from '../../../../schema/form/definition.ts';
import { Button } from '../../../ui/button.tsx';
import { part } from '../../../ui/part.tsx';
import type { Builder } from '../builder.ts';
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
  // The reader stays here, and may add more.
  const add = (kept: Question) =>
    builder.insert([taken(kept, new Set(definition.questions.map(({ id }) => id)))], false);
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
