// What a shipped template is: a form to start from, and what staff are told before they take it.
import type { Language } from '../../words/language.ts';
import type { Definition } from '../definition.ts';

/** What the templates are for, in the order in which they are looked for. */
export const templateGroups = [
  'satisfaction',
  'choosing',
  'deciding',
  'helping',
  'joining',
  'recording',
] as const;
type TemplateGroup = (typeof templateGroups)[number];

/** Its name is the form's title. Ids, its own and those inside, never change once shipped. */
export interface Template {
  id: string;
  kind: 'survey' | 'evaluation' | 'election' | 'owner-vote';
  group: TemplateGroup;
  /** one sentence: what it is for */
  summary: Record<Language, string>;
  /** staff record it themselves: its runs are nothing that residents should find on the page of their building */
  unlisted?: true;
  definition: Definition;
}
