// 扣分清单: what was found and how often, photos as evidence, a note; or that nothing was found.
import { type DeductionsQuestion, nothingFound } from '../../../schema/fields/deductions.ts';
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first, own } from '../values.ts';
import { say } from '../words.ts';
import { Choice } from './choice.tsx';
import type { Control, Drawn } from './control.ts';
import { partIds } from './part-ids.ts';
import { Photos } from './photos.tsx';
import './deductions.css';
import './indicator.css';
import './parts.css';

type Deductions = QuestionOf<'deductions'>;

/** Where what is wrong is put right. */
const partOf = (code: string) =>
  /^(evidence|file)/.test(code) ? 'photos' : code.startsWith('text-') ? 'note' : 'list';

export const control: Control<Deductions> = {
  frame: 'group',
  says: ['nothingFound', 'pointsOff', 'timesN', 'timesNone', 'noteOptional', 'evidence', ...Photos.says],
  draw: (drawn) => {
    const { question, values, set, id, problem } = drawn;
    const name = formName(question);
    const wrong = problem && partOf(problem.code);
    const idOf = partIds(id, ['list', 'photos', 'note'], wrong);
    const fine = (part: string) => (wrong === part ? undefined : 'fine');
    const none = first(values, name) === nothingFound;
    const note = formName(question, 'note');
    return (
      <>
        <div class={`choices ${fine('list') ?? ''}`}>
          {question.list.map((item, index) => (
            <Item
              key={item.id}
              drawn={drawn}
              item={item}
              id={index === 0 ? idOf('list') : `${id}-${item.id}`}
            />
          ))}
          <Choice
            type="checkbox"
            name={name}
            value={nothingFound}
            id={`${id}-none`}
            checked={none}
            pick={() => {
              set(name, none ? [] : [nothingFound]);
              if (!none) for (const item of question.list) set(formName(question, item.id), []);
            }}
          >
            {say('nothingFound')}
          </Choice>
        </div>
        {question.photos && (
          <>
            <p class="reason">{say('evidence')}</p>
            <Photos
              drawn={drawn}
              name={formName(question, 'photos')}
              most={question.photos}
              id={idOf('photos')}
              invalid={wrong === 'photos'}
            />
          </>
        )}
        <div class={fine('note')}>
          <label class="reason" for={idOf('note')}>
            {say('noteOptional')}
          </label>
          <input
            id={idOf('note')}
            name={note}
            value={first(values, note)}
            autocomplete="off"
            onInput={(event) => set(note, [event.currentTarget.value])}
          />
        </div>
      </>
    );
  },
};

function Item(props: { drawn: Drawn<Deductions>; item: DeductionsQuestion['list'][number]; id: string }) {
  const { item, id } = props;
  const { question, values, set } = props.drawn;
  const name = formName(question, item.id);
  const put = (often: string) => {
    set(name, often === '' ? [] : [often]);
    if (often !== '') set(formName(question), []);
  };
  const words = (
    <span>
      {item.label} <small>{say('pointsOff', { points: item.points })}</small>
    </span>
  );
  const [often = ''] = own(values, name) ?? [];
  if ((item.times ?? 1) === 1)
    return (
      <Choice
        type="checkbox"
        name={name}
        value="1"
        id={id}
        checked={often === '1'}
        pick={() => put(often === '1' ? '' : '1')}
      >
        {words}
      </Choice>
    );
  return (
    <div class="counted">
      <label for={id}>{words}</label>
      <div class="select">
        <select id={id} name={name} onChange={(event) => put(event.currentTarget.value)}>
          <option value="">{say('timesNone')}</option>
          {Array.from({ length: item.times ?? 1 }, (_, index) => String(index + 1)).map((n) => (
            <option key={n} value={n} selected={n === often}>
              {say('timesN', { n })}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
