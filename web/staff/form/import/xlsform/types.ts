// What the types of an XLSForm become: each makes the type and the settings of a question of one row. undefined: there is
// no such question; the row is kept as a line to write on, and its type is told.
import type { FieldType } from '../../../../../schema/fields/registry.ts';
import { yesNoLabels } from '../../../../../schema/fields/yes-no.ts';
import { interfaceOf } from '../../../../../schema/words/tongues.ts';
import { idOfName } from '../../xlsform/names.ts';
import type { Asked } from './asked.ts';
import type { Choice } from './choices.ts';
import { xlsformWord as t } from './words.ts';

export interface Made {
  type: FieldType;
  [setting: string]: unknown;
}
/** `list`: the name of the list behind the type; `other`: with `or_other` behind it */
type Make = (asked: Asked, list: string, other: boolean) => Made | undefined;

const only =
  (type: FieldType, settings: Readonly<Record<string, unknown>> = {}): Make =>
  () => ({ type, ...settings });

/** Choice names that are whole points in order, from 0 or 1; `na` may follow them. */
function pointsOf(choices: readonly Choice[]): { from: number; to: number; na: boolean } | undefined {
  const na = choices.at(-1)?.id === 'na';
  const points = choices
    .slice(0, na ? -1 : undefined)
    .map(({ name }) => (/^\d{1,2}$/.test(name) ? Number(name) : -1));
  const [from = -1] = points;
  const to = points.at(-1) ?? -1;
  const even = points.every((point, at) => point === from + at);
  return even && (from === 0 || from === 1) && to >= 2 && to <= 10 ? { from, to, na } : undefined;
}

const labelMax = 20;
/** Points with a word for each, with words for the two ends, or with none. */
export function scaleOf(
  asked: Asked,
  choices: readonly Choice[],
): Readonly<Record<string, unknown>> | undefined {
  const points = pointsOf(choices);
  if (!points) return undefined;
  const named = choices
    .filter(({ id }) => id !== 'na')
    .map((choice) => ({ point: choice.name, label: asked.label(choice) }));
  const ends = named.map(({ point, label }) =>
    label === point ? '' : label.startsWith(`${point} `) ? label.slice(point.length + 1) : undefined,
  );
  const range = { from: points.from, to: points.to, ...(points.na && { na: true }) };
  const [low] = ends;
  const high = ends.at(-1);
  if (low !== undefined && high !== undefined && ends.slice(1, -1).every((word) => word === '')) {
    if (low.length > labelMax || high.length > labelMax) return undefined;
    return { ...range, ...(low !== '' && { low }), ...(high !== '' && { high }) };
  }
  const labels = named.map(({ label }) => label);
  return labels.every((label) => label.length <= labelMax) ? { ...range, labels } : undefined;
}

const optionsOf = (asked: Asked, choices: readonly Choice[], other: boolean) => {
  const options = choices.map((choice) => ({
    id: choice.id,
    label: asked.label(choice),
    ...(other && choice.id === 'other' && { text: true }),
  }));
  if (!other || options.some(({ id }) => id === 'other')) return options;
  const id = idOfName('other', new Set(options.map((option) => option.id)));
  return [...options, { id, label: t('other'), text: true }];
};

function yesNoOf(asked: Asked, choices: readonly Choice[]): Made | undefined {
  if (choices.map(({ id }) => id).join() !== 'yes,no') return undefined;
  const usual = choices.every((choice) =>
    asked.languages.all.every((tongue) => {
      const label = choice.labels.get(tongue);
      const spoken = { spoken: interfaceOf(tongue) };
      const words = yesNoLabels({ id: '', type: 'yes-no', title: '', ...spoken });
      return label === undefined || label === words[choice.id === 'yes' ? 'yes' : 'no'];
    }),
  );
  const [yes = '', no = ''] = choices.map((choice) => asked.label(choice));
  return { type: 'yes-no', ...(!usual && { yes, no }) };
}

const shuffled = (asked: Asked) => (asked.parameter('randomize') === 'true' ? { shuffle: true } : {});

const selectOne: Make = (asked, list, other) => {
  const choices = asked.list(list);
  if (!choices) return undefined;
  if (!other && asked.row.look('appearance').split(/\s+/).includes('likert')) {
    const scale = scaleOf(asked, choices);
    if (scale && asked.looks('likert')) return { type: 'scale', ...scale };
  }
  const type = !other && asked.looks('minimal') ? 'dropdown' : 'single';
  const yesNo = other || type === 'dropdown' ? undefined : yesNoOf(asked, choices);
  return yesNo ?? { type, options: optionsOf(asked, choices, other), ...shuffled(asked) };
};

const range: Make = (asked) => {
  const [min = 0, max = 10, step = 1] = ['start', 'end', 'step'].map((name) => asked.figure(name));
  if (min === 1 && step === 1 && max >= 3 && max <= 10 && asked.looks('rating'))
    return { type: 'rating', ...(max !== 5 && { stars: max }) };
  if ([min, max, step].every(Number.isInteger) && step > 0)
    return { type: 'slider', min, max, ...(step !== 1 && { step }) };
  const decimals = Math.min(
    3,
    Math.max(...[min, max, step].map((one) => String(one).split('.')[1]?.length ?? 0)),
  );
  return { type: 'number', min, max, decimals };
};

const many: Make = (asked, list, other) => {
  const choices = asked.list(list);
  return choices && { type: 'multi', options: optionsOf(asked, choices, other), ...shuffled(asked) };
};

const rank: Make = (asked, list) => {
  const choices = asked.list(list);
  return choices && { type: 'rank', options: optionsOf(asked, choices, false), ...shuffled(asked) };
};

const text: Make = (asked) => {
  // Which keys a phone shows is its own affair.
  asked.looks('numbers');
  return { type: asked.looks('multiline') ? 'long-text' : 'text' };
};
const image: Make = (asked) =>
  asked.looks('signature') ? { type: 'signature' } : { type: 'photo', most: 1 };

const consent: Make = (asked) => ({
  type: 'consent',
  text: asked.text('hint', 5000) ?? asked.row.look('label') ?? asked.id,
  version: 1,
});

const hidden: Make = ({ id }) => ({
  type: 'hidden',
  param: (/^[a-z]/.test(id) ? id : `v_${id}`).slice(0, 20),
});

export const surveyTypes: Readonly<Record<string, Make>> = {
  select_one: selectOne,
  'select one': selectOne,
  select1: selectOne,
  select_multiple: many,
  'select all that apply': many,
  rank,
  range,
  text,
  string: text,
  'phone number': only('phone'),
  integer: only('number'),
  int: only('number'),
  // As many decimals as a form takes, until a constraint says how many.
  decimal: only('number', { decimals: 3 }),
  date: only('date'),
  time: only('time'),
  note: only('note'),
  geopoint: only('location', { exact: true }),
  image,
  photo: image,
  audio: only('voice'),
  file: only('file', { most: 1 }),
  acknowledge: consent,
  trigger: consent,
  calculate: only('calculated', { formula: { number: 0 }, decimals: 3 }),
  hidden,
};

/** What a phone writes down by itself: nobody is asked. */
export const unasked = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'phonenumber',
  'username',
  'email',
  'audit',
  'simserial',
  'subscriberid',
  'start-geopoint',
  'background-audio',
  'xml-external',
  'csv-external',
]);

/** `select_one yes_no or_other` in parts; older forms say `select one from yes_no or specify other`. */
export function typeIn(cell: string): { name: string; list: string; other: boolean } {
  const text = cell.trim().replace(/\s+/g, ' ');
  if (Object.hasOwn(surveyTypes, text.toLowerCase()))
    return { name: text.toLowerCase(), list: '', other: false };
  const [, name = '', list = '', other] =
    /^(select one|select all that apply|\S+)(?: from)?(?: (.+?))?( or_other| or specify other)?$/i.exec(
      text,
    ) ?? [];
  return { name: name.toLowerCase(), list, other: other !== undefined };
}
