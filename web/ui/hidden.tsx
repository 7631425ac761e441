// What may not be shown, hatched, with the reason.
import { t } from './words/ui.ts';

/** `beside`: enough people here, but a neighbour has too few. */
export function Hidden(props: { beside?: boolean }) {
  return (
    <span class="hidden-figure">
      <span class="hatch" aria-hidden="true" />
      {t(props.beside ? 'hiddenBeside' : 'hiddenUnit')}
    </span>
  );
}
