// One row of the outline. It is drawn again only when what it shows has changed: a form may have hundreds.
import { Component } from 'preact';

interface Heard {
  press: (event: MouseEvent) => void;
  key: (event: KeyboardEvent) => void;
  fold: () => void;
  drag: () => void;
  /** the pointer is in its upper or lower half */
  over: (behind: boolean) => void;
  drop: () => void;
  end: () => void;
}
interface RowProps {
  id: string;
  number: string;
  title: string;
  /** sentences, one a line */
  says: string;
  level: 1 | 2;
  holds: number | undefined;
  folded: boolean;
  chosen: boolean;
  marked: boolean;
  /** a press marks it too */
  marking: boolean;
  /** where the Tab key stops */
  stop: boolean;
  mayEdit: boolean;
  dragged: boolean;
  drop: 'before' | 'behind' | undefined;
  on: Heard;
}

export const rowId = (id: string) => `outline-${id}`;

export class OutlineRow extends Component<RowProps> {
  /** What hears is read when something happens, so that a row which is not drawn again still hears right. */
  #on = this.props.on;

  override shouldComponentUpdate(next: RowProps): boolean {
    this.#on = next.on;
    const { on: _, ...now } = this.props;
    return Object.entries(now).some(([key, value]) => Reflect.get(next, key) !== value);
  }

  override render() {
    const { id, number, title, says, level, holds, folded, chosen, marked, stop, mayEdit, drop } = this.props;
    const looks = [
      'outline-row',
      level === 2 && 'inner',
      holds !== undefined && 'page',
      marked && 'marked',
      this.props.marking && 'marking',
      this.props.dragged && 'dragged',
      drop && `drop-${drop}`,
    ];
    return (
      <div
        id={rowId(id)}
        role="treeitem"
        class={looks.filter(Boolean).join(' ')}
        aria-level={level}
        aria-expanded={holds === undefined ? undefined : !folded}
        aria-selected={marked}
        aria-current={chosen ? 'true' : undefined}
        tabIndex={stop ? 0 : -1}
        draggable={mayEdit}
        onClick={(event) => this.#on.press(event)}
        onKeyDown={(event) => this.#on.key(event)}
        onDragStart={(event) => {
          event.dataTransfer?.setData('text/plain', title);
          this.#on.drag();
        }}
        onDragOver={(event) => {
          event.preventDefault();
          const { top, height } = event.currentTarget.getBoundingClientRect();
          this.#on.over(event.clientY > top + height / 2);
        }}
        onDrop={(event) => {
          event.preventDefault();
          this.#on.drop();
        }}
        onDragEnd={() => this.#on.end()}
      >
        {holds !== undefined && (
          <span
            class="outline-fold-mark"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              this.#on.fold();
            }}
          >
            {folded ? '▸' : '▾'}
          </span>
        )}
        <span class="dim">{number}</span> {title}
        {holds !== undefined && folded && <span class="dim"> · {holds}</span>}
        {says !== '' &&
          says.split('\n').map((sentence) => (
            <span key={sentence} class="says">
              ↳ {sentence}
            </span>
          ))}
      </div>
    );
  }
}
