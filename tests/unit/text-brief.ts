// What was made of a text, at a glance: a line for its title, its introduction and its end, and one for each question
// (`multi* 您的爱好 ‹hint› — 读书 · 其他{text} ; max 2`, the star for required), then what found no place.
import type { Question } from '../../schema/form/definition.ts';
import { blankTitle } from '../../schema/form/placeholders.ts';
import type { Reading } from '../../schema/form/reading.ts';

/** One fragment as people paste it, and how it is to be read. */
export interface Fragment {
  from: string;
  text: string;
  reads: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(' · ');
  if (!isObject(value)) return String(value);
  const { id: _, label, ...more } = value;
  const rest = Object.entries(more).map(([key, one]) => (one === true ? key : `${key} ${words(one)}`));
  const said = typeof label === 'string' ? label : '';
  return rest.length > 0 ? `${said}{${rest.join('; ')}}` : said;
}

/** Nodes of a tree, each under its own: 金湖(滨河 东风) */
function tree(
  nodes: readonly { id: string; label: string; under?: string | undefined }[],
  under?: string,
): string {
  return nodes
    .filter((node) => node.under === under)
    .map(({ id, label }) => {
      const below = tree(nodes, id);
      return below === '' ? label : `${label}(${below})`;
    })
    .join(' ');
}

const oneLine = (text: string) => text.replaceAll('\n', '⏎');

export function sketch({ definition, unplaced }: Reading): string {
  const { title, intro, thanks, questions } = definition;
  return [
    ...(title === blankTitle ? [] : [`title: ${title}`]),
    ...(intro === undefined ? [] : [`intro: ${oneLine(intro)}`]),
    ...questions.map((question) => oneLine(brief(question))),
    ...(thanks === undefined ? [] : [`thanks: ${oneLine(thanks)}`]),
    ...unplaced.map(({ line, text }) => `unplaced ${line}: ${text}`),
  ].join('\n');
}

function brief(question: Question): string {
  const { id: _, type, title, hint, required, ...own } = question;
  const settings = Object.entries('nodes' in question ? { ...own, nodes: tree(question.nodes) } : own).map(
    ([key, value]) => (key === 'options' || key === 'candidates' ? words(value) : `${key} ${words(value)}`),
  );
  const head = `${type}${required ? '*' : ''} ${title}${hint === undefined ? '' : ` ‹${hint}›`}`;
  return settings.length > 0 ? `${head} — ${settings.join(' ; ')}` : head;
}
