// What tests of all question types go by: a journey for each, and the forms that ask them.
import { type FieldType, fieldOf } from '../../schema/fields/registry.ts';
import type { Question } from '../../schema/fields/shapes.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { choices } from './journeys/choices.ts';
import { figures } from './journeys/figures.ts';
import { files } from './journeys/files.ts';
import { type Answered, isAnswered, type Journey, picture, type Shown, video } from './journeys/journey.ts';
import { aPicture, aVideo } from './journeys/sent.ts';
import { shown } from './journeys/shown.ts';
import { tables } from './journeys/tables.ts';
import { words } from './journeys/words.ts';
import type { Site } from './site.ts';

export const journeys: Record<FieldType, Journey> = {
  ...choices,
  ...figures,
  ...words,
  ...files,
  ...tables,
  ...shown,
};
export const allJourneys = Object.entries(journeys) as readonly [FieldType, Journey][];
export const answeredJourneys = allJourneys.filter((entry): entry is [FieldType, Answered] =>
  isAnswered(entry[1]),
);

export const shownJourneys = allJourneys.filter(
  (entry): entry is [FieldType, Shown] => !isAnswered(entry[1]),
);

/** A second question, so that a page with two mistakes lists both. */
export const another: Question = { id: 'again', type: 'yes-no', title: '下次还愿意填吗？', required: true };

/** What the law calls sensitive is asked only of those who agree first; the check before publishing sees to it. */
export const agreement: Question = {
  id: 'agree',
  type: 'consent',
  title: '先请您同意',
  text: '下面这一题只给办这件事的工作人员看，办完就删。',
  version: 1,
  required: true,
};
export const isSensitive = ({ question }: Journey) => fieldOf(question).sensitive === true;

export const questionsOf = (journey: Journey): Question[] => [
  ...(isSensitive(journey) ? [agreement] : []),
  ...(journey.before ?? []),
  journey.question,
];

/** On one page, which the title of a page begins. */
export const allQuestions: readonly Question[] = [
  ...new Set(
    [
      journeys['page-break'],
      ...allJourneys.flatMap(([type, one]) => (type === 'page-break' ? [] : [one])),
    ].flatMap(questionsOf),
  ),
];

export interface Publishing {
  /** A form of these questions that residents can fill in. */
  open(
    questions: readonly Question[],
    layout?: Definition['layout'],
  ): Promise<{ form: string; id: string; slug: string }>;
}

/** Sends the author's picture and video once; forms of this site show them. */
export async function publishing(site: Site): Promise<Publishing> {
  const { form } = await site.publishForm({ title: '图库', layout: 'pages', questions: [another] });
  const send = async (bytes: Uint8Array) => {
    const reply = await site.as('mayor')('POST', `/api/forms/${form}/media`, bytes, { 'x-linli-name': 'a' });
    if (reply.status >= 300) throw new Error(reply.text);
    return String(reply.body.id);
  };
  const [image, film] = [await send(aPicture.buffer), await send(aVideo.buffer)];
  return {
    async open(questions, layout = 'pages') {
      const definition: Definition = { title: '楼栋里的事', layout, questions: [...questions] };
      const shownIn = JSON.stringify(definition).replaceAll(picture, image).replaceAll(video, film);
      const { form } = await site.publishForm(JSON.parse(shownIn));
      return { form, ...(await site.openCampaign(form)) };
    },
  };
}
