// What may not be shown, hatched, with the reason.
import { t } from './words/ui.ts';

/** `k`: fewer are hidden. `beside`: enough people here, but a neighbour has too few. */
export function Hidden(props: { k: number; beside?: boolean }) {
  return (
    <span class="hidden-figure">
      <span class="hatch" aria-hidden="true" />
      {props.beside ? t('hiddenBeside') : t('hiddenUnit', { k: props.k })}
    </span>
  );
}
