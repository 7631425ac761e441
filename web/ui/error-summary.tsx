// What is wrong on a page, each line a link to its field. It takes the focus when it appears, so that it is read.
import { useEffect, useRef } from 'preact/hooks';
import { t } from './words/ui.ts';

export function ErrorSummary(props: { problems: readonly { field: string; sentence: string }[] }) {
  const box = useRef<HTMLDivElement>(null);
  const key = props.problems.map((problem) => problem.field + problem.sentence).join('|');
  useEffect(() => box.current?.focus(), [key]);
  if (props.problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>▲ {t('somethingWrong', { count: props.problems.length })}</h2>
      <ul>
        {props.problems.map((problem) => (
          <li key={problem.field}>
            <a
              href={`#${problem.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(problem.field)?.focus();
              }}
            >
              {problem.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
