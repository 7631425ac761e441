// Logic, scores, places, languages: switched on for a form, in its settings or where one would be set.
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { switches, useSwitches } from './switches.ts';
import { t } from './words.ts';

export function SwitchOnLogic() {
  const { turn } = useSwitches();
  return (
    <p class="line">
      <span class="note">{t('logic-for')}</span>
      <Button small kind="outlined" onClick={() => turn('logic', true)}>
        {t('logicOn')}
      </Button>
    </p>
  );
}

/** All of them, for the settings of the whole form. */
export function SwitchList() {
  const { on, used, turn } = useSwitches();
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{t('switches')}</legend>
      {switches.map((one) => (
        <Choice
          key={one}
          kind="box"
          checked={on.has(one)}
          disabled={used.has(one)}
          onChange={(wanted) => turn(one, wanted)}
          label={t(one)}
          note={t(used.has(one) ? 'switchUsed' : `${one}-for`)}
        />
      ))}
    </fieldset>
  );
}
