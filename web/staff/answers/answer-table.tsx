// A page of answers: what is known of each, and its answers to some questions. What is sensitive is masked.
import type { AnswerFilter, ResponseRow } from '../../../schema/api/responses.ts';
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

/** The answers in which words were found, with their questions. */
const whereFound = (row: ResponseRow, questions: readonly Question[], words: string): string =>
  questions
    .filter(({ id }) => Object.hasOwn(row.answers, id))
    .map((question) => ({ title: question.title, said: answerIn(row, question) }))
    .filter(({ said }) => said.toLowerCase().includes(words.toLowerCase()))
    .map(({ title, said }) => t('saidIn', { question: title, said }))
    .join('\n');

export function AnswerTable(props: {
  rows: readonly ResponseRow[];
  questions: readonly Question[];
  /** of them those that stand as columns */
  columns: readonly Question[];
  filter: AnswerFilter;
  address: (id: string) => string;
}) {
  const { filter, questions } = props;
  const { words } = filter;
  // What is looked for is shown, chosen or not.
  const shown = questions.filter((one) => props.columns.includes(one) || one.id === filter.question);
  const columns: Column<ResponseRow>[] = [
    {
      key: 'seq',
      title: t('number'),
      head: true,
      cell: (row) => <a href={props.address(row.id)}>{row.seq}</a>,
    },
    { key: 'at', title: t('when'), whole: true, cell: (row) => momentWords(row.at) },
    { key: 'unit', title: t('unit'), cell: (row) => row.unit.name },
    { key: 'channel', title: t('channel'), whole: true, cell: (row) => channelWord(row.channel) },
    {
      key: 'state',
      title: t('state'),
      whole: true,
      cell: (row) => `${row.state === 'accepted' ? '●' : '▲'} ${t(row.state)}`,
    },
    ...(words
      ? [{ key: 'words', title: t('words'), cell: (row: ResponseRow) => whereFound(row, questions, words) }]
      : []),
    ...shown.map((question) => ({
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
