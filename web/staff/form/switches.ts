// What a form may use beyond its questions: logic, scores, places, languages. Each is out of sight until it is switched on
// for the form, or the form uses it.
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Definition } from '../../../schema/form/definition.ts';
import { ownTongue, tonguesOf } from '../../../schema/form/localize.ts';

export const switches = ['logic', 'scores', 'quotas', 'languages'] as const;
export type Switch = (typeof switches)[number];

interface Switches {
  on: ReadonlySet<Switch>;
  /** what the form uses cannot be switched off */
  used: ReadonlySet<Switch>;
  turn: (one: Switch, on: boolean) => void;
}

export const SwitchesContext = createContext<Switches | undefined>(undefined);

export function useSwitches(): Switches {
  const found = useContext(SwitchesContext);
  if (!found) throw new Error('a setting stands outside the form page');
  return found;
}

/** What there is in a form already. */
export function usedIn(definition: Definition): Set<Switch> {
  const { questions, endings = [], quotas = [] } = definition;
  const lines = questions.flatMap((question) => [
    ...('options' in question ? question.options : []),
    ...('rows' in question ? question.rows : []),
  ]);
  const has: Record<Switch, boolean> = {
    logic:
      [...questions, ...lines].some(({ showIf }) => showIf !== undefined) ||
      questions.some((one) => one.requiredIf || one.jumps || ('carry' in one && one.carry)) ||
      endings.some(({ when }) => when !== undefined),
    scores:
      lines.some((line) => 'score' in line && line.score !== undefined) ||
      questions.some((one) => 'quiz' in one && one.quiz),
    quotas: quotas.length > 0 || lines.some((line) => 'quota' in line && line.quota !== undefined),
    languages: tonguesOf(definition).length > 1 || ownTongue(definition) !== 'zh',
  };
  return new Set(switches.filter((one) => has[one]));
}

const keyOf = (form: string) => `linli-switched-${form}`;

/** Kept on this device: it is how somebody works, and nothing of the form. */
function kept(form: string): Switch[] {
  try {
    const list = (localStorage.getItem(keyOf(form)) ?? '').split(',');
    return switches.filter((one) => list.includes(one));
  } catch {
    return [];
  }
}

export function useFormSwitches(form: string, definition: Definition): Switches {
  const [turned, setTurned] = useState(() => kept(form));
  const used = usedIn(definition);
  return {
    used,
    on: new Set([...used, ...turned]),
    turn(one, on) {
      const next = switches.filter((other) => (other === one ? on : turned.includes(other)));
      setTurned(next);
      try {
        localStorage.setItem(keyOf(form), next.join());
      } catch {
        // Switched on for as long as the page is open.
      }
    },
  };
}
