// Every text of a form with where it stands, in words that a translator finds it by: 第3题 · 选项 2.
import type { Definition } from '../../../../schema/form/definition.ts';
import { textsOf } from '../../../../schema/form/texts.ts';
import { called } from '../logic/names.ts';
import { t } from './words.ts';

export interface Placed {
  address: string;
  text: string;
  where: string;
}

const lists = {
  options: 'list-options',
  rows: 'list-rows',
  columns: 'list-columns',
  candidates: 'list-candidates',
  list: 'list-list',
  nodes: 'list-nodes',
  gaps: 'list-gaps',
  known: 'list-known',
  labels: 'list-labels',
  levels: 'list-levels',
  rules: 'list-rules',
} as const;
const keys = {
  title: 'of-title',
  hint: 'of-hint',
  text: 'of-text',
  message: 'of-message',
  label: 'of-label',
  explain: 'of-explain',
  note: 'of-note',
  unit: 'of-unit',
} as const;
const wholes = { title: 'whole-title', intro: 'whole-intro', thanks: 'whole-thanks' } as const;
const parts = { endings: 'whole-endings', quotas: 'whole-quotas' } as const;

const wordOf = <W extends string>(words: Readonly<Record<string, W>>, key: string, otherwise: W): W =>
  Object.hasOwn(words, key) ? (words[key] ?? otherwise) : otherwise;

/** In the order in which they stand; blanks have nothing to translate. */
export function placedTexts(definition: Definition): Placed[] {
  // Items are numbered as they come; those of a list without ids bear their place as their name.
  const met = new Map<string, string[]>();
  const nth = (list: string, item: string) => {
    if (/^\d+$/.test(item)) return Number(item) + 1;
    const seen = met.get(list) ?? [];
    if (!seen.includes(item)) met.set(list, [...seen, item]);
    return (met.get(list) ?? []).indexOf(item) + 1;
  };
  return textsOf(definition)
    .filter(({ text }) => text.trim() !== '')
    .map(({ address, text, key }) => {
      const [first = '', id = '', ...rest] = address.split('.');
      const place = (owner: string, part: string) => ({ address, text, where: t('placed', { owner, part }) });
      if (first !== 'q') {
        if (id === '') return { address, text, where: t(wordOf(wholes, first, 'whole-title')) };
        const owner = t(wordOf(parts, first, 'whole-endings'), { n: nth(first, id) });
        return first === 'endings'
          ? place(owner, t(wordOf(keys, key, 'of-other')))
          : { address, text, where: owner };
      }
      // list, item, (list, item,) key; a list of plain texts has no key
      const lines = rest.at(-1) === key ? rest.slice(0, -1) : rest;
      const steps: string[] = [];
      for (let at = 0; at + 1 < lines.length; at += 2) {
        const n = nth(`${id}.${lines.slice(0, at + 1).join('.')}`, lines[at + 1] ?? '');
        steps.push(t(wordOf(lists, lines[at] ?? '', 'list-other'), { n }));
      }
      const named = steps.length > 0 && (key === 'label' || key === 'message' || lines === rest);
      const part = named ? '' : t(wordOf(keys, key, 'of-other'));
      return place(called(definition, id), [...steps, part].filter(Boolean).join(' '));
    });
}
