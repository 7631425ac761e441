// What a stored form cannot hold: texts that are too long, lists with too many entries. The Worker refuses such a draft,
// so it is said before, with the place.
import { type Definition, definitionShape } from '../../../schema/form/definition.ts';
import { savable } from './blanks.ts';

export function tooMuchIn(definition: Definition) {
  const stored = savable(definition);
  const read = definitionShape().safeParse(stored);
  if (read.success) return [];
  const places = new Map<string, string[]>();
  for (const { path } of read.error.issues) {
    const [list, index, ...rest] = path;
    const question = list === 'questions' && typeof index === 'number' ? stored.questions[index] : undefined;
    if (!question) {
      places.set(list === 'questions' ? 'questions' : path.map(String).join('.'), []);
      continue;
    }
    const [setting, at] = rest;
    const part: unknown = typeof setting === 'string' ? Reflect.get(question, setting) : undefined;
    const entry: unknown = Array.isArray(part) && typeof at === 'number' ? part[at] : undefined;
    const id: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : undefined;
    const address = ['q', question.id, setting, id].filter((step) => typeof step === 'string');
    places.set(address.join('.'), [question.id]);
  }
  return [...places].map(([at, questions]) => ({
    code: 'too-much' as const,
    severity: 'error' as const,
    questions,
    at,
  }));
}
