// What staff did with an answer: who, when, why, and which questions a correction answered otherwise. What stood there
// before is told nowhere: the record outlives the answers.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { getResponse } from '../../../schema/api/responses.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { plainForm } from '../../../schema/logic/plain.ts';
import { Table } from '../../ui/table.tsx';
import { momentWords } from '../../ui/time.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { actWord } from '../history/words.ts';
import { t } from './words.ts';

export type Act = Output<typeof getResponse>['acts'][number];

export function Acts(props: { acts: readonly Act[]; definition: Definition }) {
  const titles = new Map(plainForm(props.definition).questions.map(({ id, title }) => [id, title]));
  const about = ({ reason, changed = [] }: Act) =>
    [
      reason && t('because', { reason }),
      changed.length > 0 &&
        t('changed', { questions: changed.map((id) => titles.get(id) ?? id).join(ui('listed')) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section class="stack tight">
      <h2 class="small">{t('acts')}</h2>
      <Table
        caption={t('acts')}
        hideCaption
        rows={props.acts}
        rowKey={({ at, act }) => `${at} ${act}`}
        columns={[
          { key: 'act', title: t('act'), head: true, cell: ({ act }) => actWord(act) },
          { key: 'about', title: t('about'), cell: about },
          { key: 'by', title: t('by'), cell: ({ by }) => by },
          { key: 'at', title: t('when'), whole: true, cell: ({ at }) => momentWords(at) },
        ]}
      />
    </section>
  );
}
