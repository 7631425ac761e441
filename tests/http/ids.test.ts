// Ids that JavaScript objects or our own tally keys already use can break counting: they are refused at the door.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, openCity, responseId } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test.each(['constructor', '__proto__', '_n', '_sum', 'A', '问'])(
  'a question or option may not be called %s',
  async (id) => {
    const options = [{ id: 'a', label: '甲' }];
    const asQuestion = {
      title: '名',
      layout: 'pages',
      questions: [{ id, type: 'single', title: '题', options }],
    };
    const asOption = {
      title: '名',
      layout: 'pages',
      questions: [{ id: 'q', type: 'multi', title: '题', options: [{ id, label: '乙' }] }],
    };
    for (const definition of [asQuestion, asOption]) {
      const reply = await city.as('mayor')('POST', '/api/units/city/forms', { kind: 'survey', definition });
      expect(reply.status, reply.text).toBe(400);
    }
  },
);

test('an answer under a prototype key is refused and not silently dropped', async () => {
  const { form } = await city.publishForm({
    title: '一题',
    layout: 'pages',
    questions: [{ id: 'q', type: 'yes-no', title: '好吗' }],
  });
  const { slug } = await city.openCampaign(form);
  const send = (answers: string) =>
    city.anyone(
      'PUT',
      `/api/campaigns/${slug}/responses/${responseId()}`,
      `{"version":1,"unit":"b1","answers":${answers}}`,
    );
  expect((await send('{"q":"yes","__proto__":"x"}')).body.code).toBe('bad-json');
  expect((await send('{"q":"yes","constructor":"x"}')).body.code).toBe('answers-wrong');
  expect((await send('{"q":"yes"}')).status).toBe(200);
});

test('the word itself may be written', async () => {
  const { form } = await city.publishForm({
    title: '一句',
    layout: 'pages',
    questions: [{ id: 'q', type: 'text', title: '说吧' }],
  });
  const { slug } = await city.openCampaign(form);
  const sent = { version: 1, unit: 'b1', answers: { q: '__proto__' } };
  expect((await city.anyone('PUT', `/api/campaigns/${slug}/responses/${responseId()}`, sent)).status).toBe(
    200,
  );
});
