// A page of answers: what is known of each, and its answers to some questions. What is sensitive is masked.
import type { ResponseRow } from '../../../schema/api/responses.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { momentWords } from '../../ui/time.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { t } from './words.ts';

function answerIn(row: ResponseRow, question: Question): string {
  const { id } = question;
  if (Object.hasOwn(row.answers, id)) return fieldOf(question).words(row.answers[id], question);
  return row.masks[id] ?? '';
}

export function AnswerTable(props: {
  rows: readonly ResponseRow[];
  columns: readonly Question[];
  address: (id: string) => string;
}) {
  const columns: Column<ResponseRow>[] = [
    {
      key: 'seq',
      title: t('number'),
      head: true,
      cell: (row) => <a href={props.address(row.id)}>{row.seq}</a>,
    },
    { key: 'at', title: t('when'), cell: (row) => momentWords(row.at) },
    { key: 'unit', title: t('unit'), cell: (row) => row.unit.name },
    { key: 'channel', title: t('channel'), cell: (row) => channelWord(row.channel) },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => `${row.state === 'accepted' ? '●' : '▲'} ${t(row.state)}`,
    },
    ...props.columns.map((question) => ({
      // A question may be called like a column of ours.
      key: `question ${question.id}`,
      title: question.title,
      cell: (row: ResponseRow) => answerIn(row, question),
    })),
  ];
  return (
    <Table caption={t('title')} hideCaption rows={props.rows} rowKey={(row) => row.id} columns={columns} />
  );
}
