// The result of a campaign as residents are told it: of the nearest community or above with enough answers, one plain
// line for each question.
import type { PublicResult } from '../../schema/api/fill.ts';
import type { CardItem, Scorecard, ShownScorecard } from '../../schema/api/scorecards.ts';
import { withUnit } from '../../schema/measures/item.ts';
import { publicKinds, publicThreshold } from '../../schema/measures/suppression.ts';
import type { Language } from '../../schema/words/language.ts';
import { fillIn } from '../../schema/words/language.ts';
import type { CampaignRow } from '../fill/facts.ts';
import type { Call } from '../http/context.ts';
import { sides } from './card.ts';
import { compose, type Side } from './compose.ts';
import { publicCard, publishEnded } from './publication/read.ts';
import { showInSteps } from './store.ts';

const words = {
  zh: {
    score: '{value} 分（大约 {low}–{high}）',
    most: '选“{option}”的最多，占 {share}%',
    mean: '平均 {mean}',
    few: '为保护隐私不显示',
  },
  en: {
    score: '{value} points (about {low}–{high})',
    most: '“{option}” was chosen most, {share}%',
    mean: '{mean} on average',
    few: 'Hidden to protect people',
  },
} as const satisfies Record<Language, Record<string, string>>;

/**
 * The result of a run that is over, from its newest publication, which is made where there is none yet. Null when no
 * community or above on the way up has one that 10 people answered for.
 */
export async function publicResult(call: Call, run: CampaignRow, unit: string): Promise<PublicResult | null> {
  await publishEnded(call.db, run, call.now);
  const found = await publicCard(call.db, run.id, unit, { nearest: true });
  if (!found) return null;
  const { card, older } = found;
  return { unit: card.unit, n: card.n, older, lines: linesOf(card, call.language) };
}

/**
 * The result of a run that residents see while it is open: what is shown changes only with ten answers or more, so that
 * two looks never tell what one neighbour answered. `top`: the run's own unit. Only the whole is shown, whoever asks and
 * after closing too: the parts beside it would tell the few answers between two steps.
 */
export async function steppedResult(call: Call, campaign: string, top: string): Promise<PublicResult | null> {
  const card = await nearestCard(call, campaign, top);
  if (!card) return null;
  const lines = { zh: linesOf(card, 'zh'), en: linesOf(card, 'en') };
  const now = { n: card.n, lines: JSON.stringify(lines) };
  const shown = await showInSteps(call.db, { campaign, unit: card.unit.id, step: publicThreshold, ...now });
  return {
    unit: card.unit,
    n: shown.n,
    older: shown.n !== now.n || shown.lines !== now.lines,
    lines: (JSON.parse(shown.lines) as typeof lines)[call.language],
  };
}

async function nearestCard(call: Call, campaign: string, unit: string): Promise<ShownScorecard | null> {
  const [side] = await sides(call.db, unit, [campaign]);
  if (!side) return null;
  for (const member of [...side.family.chain].reverse()) {
    const { n } = side.family.tally(member.id);
    if (!publicKinds.has(member.kind) || n < publicThreshold) continue;
    const card = compose(at(side, member.id), undefined, {
      now: call.now,
      k: publicThreshold,
      mayReadAnswers: false,
      sees: () => false,
    });
    if (!card.hidden) return { ...card, n };
  }
  return null;
}

export const linesOf = ({ items }: Scorecard, language: Language) =>
  items.flatMap((item) => {
    const sentence = lineOf(item, language);
    return sentence ? [{ title: item.title, words: sentence }] : [];
  });

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
  // What is closed may have been chosen more often.
  if (!best || (item.others && best.n <= (item.others.n ?? item.base))) return say.few;
  return fillIn(say.most, { option: best.label, share: Math.round((best.n / item.base) * 100) });
}
