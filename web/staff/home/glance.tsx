// A form at a glance: its title and first questions drawn small, as a picture and not to be read out. What it asks stands
// beside it in words.
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { unpiped } from '../../../schema/logic/pipe.ts';

const drawn = 3;

export function Glance(props: { definition: Definition }) {
  const { title, questions } = props.definition;
  const asked = questions.filter((question) => fieldOf(question).asks).slice(0, drawn);
  return (
    <div class="glance" aria-hidden="true">
      <p class="glance-title">{title}</p>
      {asked.map((question, index) => (
        <div key={question.id}>
          <p>
            {index + 1}. {unpiped(question.title, () => undefined)}
          </p>
          <Answers question={question} />
        </div>
      ))}
    </div>
  );
}

function Answers({ question }: { question: Question }) {
  const labels = labelsOf(question);
  if (labels.length === 0) return <p class="glance-line" />;
  return (
    <p class="glance-options">
      {labels.slice(0, 4).map((label) => (
        <span key={label}>○ {label}</span>
      ))}
    </p>
  );
}

/** What there is to press, whichever type it is. */
function labelsOf(question: Question): string[] {
  if ('options' in question) return question.options.map(({ label }) => label);
  if ('candidates' in question) return question.candidates.map(({ label }) => label);
  if ('labels' in question && question.labels) return question.labels;
  if ('columns' in question) return question.columns.map(({ label }) => label);
  return [];
}
