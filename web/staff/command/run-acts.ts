// What the command palette offers of a run: the run itself and what came in, and once somebody looks for it, all that is
// printed, steered and taken along.
import type { Campaign } from '../../../schema/api/campaigns.ts';
import type { Act } from '../../ui/on-the-page.ts';
import { places } from '../campaign/places.ts';
import { boardAddress, pictureAddress, postersAddress, slipsAddress } from '../campaign/run-addresses.ts';
import { boardBranches, editorBranches, type useSession } from '../session.ts';
import { t } from './words.ts';

type Me = ReturnType<typeof useSession>['me'];

/** Milliseconds between two looks for what is still being drawn, and how often. */
const look = { every: 100, most: 50 };

/** A page gives its title the focus when it is entered: what was there at the look before comes after that. */
function focusThere(id: string, tries = 0, before?: HTMLElement | null): void {
  const element = document.getElementById(id);
  if (element && element === before) {
    element.scrollIntoView({ block: 'center' });
    element.focus();
  } else if (tries < look.most) setTimeout(() => focusThere(id, tries + 1, element), look.every);
}

/** `route`: to another page of staff; others are entered as pages of their own. */
export function actsOf(run: Campaign, me: Me, route: (href: string) => void, all: boolean): Act[] {
  const of = { title: run.title, unit: run.unit.name };
  const here = `/staff/campaigns/${run.id}`;
  const page = (name: string, path: string): Act => ({ name, go: () => route(here + path) });
  const apart = (name: string, href: string): Act => ({ name, go: () => location.assign(href) });
  const at = (name: string, id: string): Act => ({
    name,
    go() {
      route(here);
      focusThere(id);
    },
  });
  const first = [
    page(t('runOf', of), ''),
    page(t('answersOf', of), `/answers/${run.board.id}`),
    page(t('figuresOf', of), `/figures/${run.board.id}`),
  ];
  if (!all) return first;
  const open = run.phase !== 'closed';
  const acts = [
    boardBranches(me).length > 0 && apart(t('boardOf', of), boardAddress(run)),
    // They carry the codes of buildings, whose pages lead to a run that is listed there.
    run.listed && apart(t('postersOf', of), postersAddress(run)),
    run.listed && apart(t('slipsOf', of), slipsAddress(run)),
    run.listed && apart(t('pictureOf', of), pictureAddress(run)),
    editorBranches(me).length > 0 && page(t('commentsOf', of), `/comments/${run.board.id}`),
    editorBranches(me).length > 0 && at(t('exportOf', of), places.take),
    run.mayEdit && open && at(t(run.state === 'paused' ? 'goOnOf' : 'pauseOf', of), places.pause),
    run.mayEdit && run.state !== 'closed' && at(t('extendOf', of), places.extend),
    run.mayEdit && open && at(t('closeOf', of), places.close),
    run.mayEdit && page(t('againOf', of), '/again'),
  ];
  return [...first, ...acts.filter((one) => one !== false)];
}
