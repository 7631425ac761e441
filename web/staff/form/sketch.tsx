// What a question asks for, as it will roughly look: marks and words of its options, points, rows, or a line to write on.
// The phone beside shows the page itself.
import { pointsOf } from '../../../schema/fields/points.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { entryOf } from './types/registry.ts';
import { t } from './words.ts';

/** Lines that are drawn of a long list. */
const most = 12;

export function Sketch({ question, show }: { question: Question; show: (text: string) => string }) {
  const { mark } = entryOf(question);
  const offered = 'options' in question ? question.options.filter(({ retired }) => !retired) : [];
  const columns = 'columns' in question ? question.columns : [];
  if ('rows' in question) {
    const heads = columns.length > 0 ? columns.map(({ label }) => label) : offered.map(({ label }) => label);
    const points = 'from' in question && heads.length === 0 ? pointWords(question) : heads;
    return (
      <>
        <Points words={points.map(show)} />
        <Lines words={question.rows.map(({ label }) => show(label))} mark="–" />
      </>
    );
  }
  if (offered.length > 0) return <Lines words={offered.map(({ label }) => show(label))} mark={mark ?? '○'} />;
  if ('from' in question && 'to' in question) return <Points words={pointWords(question)} />;
  if ('stars' in question) return <span class="sketch-points">{'☆'.repeat(question.stars ?? 5)}</span>;
  const field = fieldOf(question);
  if (field.comparable(question).kind === 'option') {
    const words = field.items(question).flatMap(({ keys }) => keys.map(({ label }) => label));
    if (words.length > 0) return <Lines words={words} mark={mark ?? '○'} />;
  }
  const asks = field.asks && !('formula' in question) && !('key' in question);
  return asks ? <span class="sketch-line" /> : null;
}

type Scaled = Extract<Question, { from: number; to: number }>;
const pointWords = (question: Scaled): string[] =>
  'labels' in question && question.labels
    ? question.labels
    : pointsOf(question)
        .filter((_, index, all) => all.length <= most || index === 0 || index === all.length - 1)
        .map(String);

const Points = ({ words }: { words: readonly string[] }) => (
  <span class="sketch-points">
    {words.map((word, index) => (
      <span key={index} class="sketch-point">
        {word || '…'}
      </span>
    ))}
  </span>
);

function Lines({ words, mark }: { words: readonly string[]; mark: string }) {
  return (
    <span class="sketch-lines">
      {words.slice(0, most).map((word, index) => (
        <span key={index}>
          <span class="dim" aria-hidden="true">
            {mark}
          </span>{' '}
          {word.trim() || '…'}
        </span>
      ))}
      {words.length > most && <span class="note">{t('sketchMore', { n: words.length - most })}</span>}
    </span>
  );
}
