// The result of a campaign as a building's page tells it: of the nearest community or above with enough answers, one
// plain line for each question.
import type { BuildingPage } from '../../schema/api/fill.ts';
import type { CardItem } from '../../schema/api/scorecards.ts';
import { withUnit } from '../../schema/measures/item.ts';
import { publicThreshold } from '../../schema/measures/suppression.ts';
import type { Language } from '../../schema/words/language.ts';
import { fillIn } from '../../schema/words/language.ts';
import type { Call } from '../http/context.ts';
import { sides } from './card.ts';
import { compose, type Side } from './compose.ts';
import { publicKinds } from './shares.ts';

type Result = BuildingPage['finished'][number]['result'];

const words = {
  zh: {
    score: '{value} 分（大约 {low}–{high}）',
    most: '选“{option}”的最多，占 {share}%',
    mean: '平均 {mean}',
    few: '不足 10 份，不显示',
  },
  en: {
    score: '{value} points (about {low}–{high})',
    most: '“{option}” was chosen most, {share}%',
    mean: '{mean} on average',
    few: 'Fewer than 10 answers: not shown',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Null when no community or above on the way up has 10 answers that may be shown. */
export async function publicResult(call: Call, campaign: string, unit: string): Promise<Result> {
  const [side] = await sides(call.db, unit, [campaign]);
  if (!side) return null;
  for (const member of [...side.family.chain].reverse()) {
    if (!publicKinds.has(member.kind) || side.family.tally(member.id).n < publicThreshold) continue;
    const card = compose(at(side, member.id), undefined, {
      now: call.now,
      k: publicThreshold,
      mayReadAnswers: false,
      sees: () => false,
    });
    if (card.hidden) continue;
    return {
      unit: card.unit,
      n: card.n,
      lines: card.items.flatMap((item) => {
        const sentence = lineOf(item, call.language);
        return sentence ? [{ title: item.title, words: sentence }] : [];
      }),
    };
  }
  return null;
}

/** The same tallies seen from a unit further up. */
function at(side: Side, id: string): Side {
  const { chain } = side.family;
  const upTo = chain.findIndex((member) => member.id === id);
  const unit = chain[upTo] ?? side.family.unit;
  return { ...side, family: { ...side.family, unit, chain: chain.slice(0, upTo + 1) } };
}

const one = (value: number) => value.toFixed(1);

function lineOf(item: CardItem, language: Language): string | undefined {
  const say = words[language];
  if (item.base === 0) return undefined;
  if (item.score) {
    const { value, low, high } = item.score;
    return fillIn(say.score, { value: one(value), low: one(low), high: one(high) });
  }
  if (item.mean !== null) return fillIn(say.mean, { mean: withUnit(one(item.mean), item.unit) });
  const best = item.bars.filter((bar) => !bar.missing).sort((a, b) => b.n - a.n)[0];
  if (!best) return say.few;
  return fillIn(say.most, { option: best.label, share: Math.round((best.n / item.base) * 100) });
}
