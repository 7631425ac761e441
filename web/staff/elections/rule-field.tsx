// The one question for the rules: 怎样算当选？ Each answer says what it means and where it comes from.
import type { Pack } from '../../../schema/elections/pack.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { sourceLine } from '../../ui/source-line.ts';
import { language } from '../../ui/words/language.ts';
import { firstPacks, otherPacks } from './plan.ts';
import { t } from './words.ts';

const short: Readonly<Record<string, () => string>> = {
  plurality: () => t('rule-plurality'),
  majority: () => t('rule-majority'),
  'meeting-two-thirds': () => t('rule-meeting-two-thirds'),
};

/** A rule by the words with which it was chosen. */
export const ruleName = (pack: Pack): string => short[pack.id]?.() ?? pack.name[language()];

export function RuleField(props: { pack: Pack; onChoose: (pack: Pack) => void }) {
  const row = (pack: Pack) => (
    <Choice
      key={pack.id}
      kind="radio"
      name="rule"
      checked={props.pack.id === pack.id}
      onChange={() => props.onChoose(pack)}
      label={ruleName(pack)}
      note={
        <>
          {pack.about[language()]}
          <br />
          {t('source', { texts: sourceLine(pack.rounds.first.need.sources) })}
          {props.pack.id === pack.id && pack.caution && (
            <>
              <br />▲ {pack.caution[language()]}
            </>
          )}
        </>
      }
    />
  );
  return (
    <>
      <ChoiceGroup legend={t('rule')}>{firstPacks.map(row)}</ChoiceGroup>
      <details open={otherPacks.includes(props.pack)}>
        <summary>{t('moreRules')}</summary>
        <div class="choices">{otherPacks.map(row)}</div>
      </details>
    </>
  );
}
