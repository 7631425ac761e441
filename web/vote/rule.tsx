// By which rule one is elected, in a sentence, and where that rule comes from.
import type { ElectionFacts } from '../../schema/api/public-elections.ts';
import { ruleSentence } from '../ui/round-rule.ts';
import { sourceLine } from '../ui/source-line.ts';
import { language } from '../ui/words/language.ts';
import { t } from './words.ts';

export function Rule({ rule }: { rule: ElectionFacts['rule'] }) {
  return (
    <>
      <p>{ruleSentence(rule.about, rule.round)}</p>
      <p class="sources">{t('source', { texts: sourceLine(rule.sources) })}</p>
      {rule.caution && <p class="sources">{rule.caution[language()]}</p>}
    </>
  );
}
