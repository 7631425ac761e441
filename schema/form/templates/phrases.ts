// Words that several templates share, so that their answers can be laid side by side.
import type { QuestionOf } from '../../fields/shapes.ts';

const satisfied = ['很不满意', '不满意', '一般', '满意', '很满意'];
const satisfiedInEnglish = ['Very dissatisfied', 'Dissatisfied', 'So-so', 'Satisfied', 'Very satisfied'];

/** Five words, the better one later, and a way out for those who cannot tell. */
export const satisfaction = { from: 1, to: 5, labels: satisfied, na: true } as const;

export const satisfactionWith = (id: string, title: string) =>
  ({ id, type: 'scale', title, ...satisfaction, required: true }) as const;

/** The English of the five words of the question at this address. */
export const inEnglish = (address: string) =>
  Object.fromEntries(satisfiedInEnglish.map((word, index) => [`${address}.labels.${index}`, word]));

export const ages = [
  { id: 'young', label: '35岁及以下' },
  { id: 'middle', label: '36–59岁' },
  { id: 'senior', label: '60–74岁' },
  { id: 'old', label: '75岁及以上' },
];

export const other = { id: 'other', label: '其他', text: true };

/** A door without its building, which the page knows. */
export const door: Pick<QuestionOf<'text'>, 'type' | 'maxLength' | 'rules'> = {
  type: 'text',
  maxLength: 20,
  rules: [{ check: 'pattern', pattern: 'room' }],
};
