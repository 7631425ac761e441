// What is done and what is not, each line a shape and a sentence.
import type { ComponentChildren } from 'preact';

export interface CheckLine {
  key: string;
  state: 'done' | 'watch' | 'open';
  words: ComponentChildren;
}
const marks = { done: '●', watch: '▲', open: '○' } as const;
const looks = { done: 'mark-good', watch: 'mark-warn', open: 'mark-none' } as const;

export function Checklist(props: { lines: readonly CheckLine[] }) {
  return (
    <ul class="checklist">
      {props.lines.map((line) => (
        <li key={line.key}>
          <span class={looks[line.state]} aria-hidden="true">
            {marks[line.state]}
          </span>
          <span>{line.words}</span>
        </li>
      ))}
    </ul>
  );
}
