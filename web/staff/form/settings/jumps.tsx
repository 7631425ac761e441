// Where to go from a question: 选了“没有”时跳到“第二部分”那一页.
import { useId, useState } from 'preact/hooks';
import type { Question } from '../../../../schema/form/definition.ts';
import { type Jump, usualEnd } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast.tsx';
import { spliced } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { mayBeRead } from '../logic/answers.ts';
import { conditionWords } from '../logic/condition-words.ts';
import { firstLeaf } from '../logic/leaves.ts';
import { When } from '../logic/when.tsx';
import { nameOf, numbersOf } from '../numbering.ts';
import type { Extra, ExtraProps } from './extra.ts';
import { jumpLed, placeWords, type Target, targetsOf } from './jumping.ts';
import { t } from './words.ts';

export const jumps: Extra = {
  key: 'jumps',
  needs: 'logic',
  fits: mayBeRead,
  says: ({ id, jumps: list = [] }, definition) =>
    list.map(({ when, to }) => {
      const place = placeWords(to, definition, id);
      return when
        ? t('jump-says', { words: conditionWords(when, definition, id), place })
        : t('jump-always-says', { place });
    }),
  Panel: Jumps,
};

const most = 20;

function Jumps({ question, builder }: ExtraProps) {
  const { definition } = builder;
  const add = useId();
  const [adding, setAdding] = useState(false);
  const list = question.jumps ?? [];
  const put = (next: readonly Jump[]) =>
    builder.changeQuestion({ ...question, jumps: next.length > 0 ? [...next] : undefined });
  const at = definition.questions.findIndex(({ id }) => id === question.id);
  // What comes later is not answered yet when a jump is decided.
  const sources = definition.questions.slice(0, at + 1).filter(mayBeRead);
  const targets = targetsOf(definition, question.id);
  const lead = (from: Question, index: number, target: Target) => {
    builder.change(jumpLed(definition, from, index, target));
    const landing = definition.questions.find(({ id }) => id === target.before);
    if (landing)
      toast(t('pageAdded', { name: nameOf(landing, numbersOf(definition)), title: t('pageTitle') }));
  };
  return (
    <>
      <p class="note">{t('jumpsHint')}</p>
      {list.map((jump, index) => {
        const n = index + 1;
        const known = targets.some(({ to, before }) => to === jump.to && !before);
        return (
          <fieldset class="rule" key={`${index}`}>
            <legend class="field-label">{t('jumpN', { n })}</legend>
            <When
              legend={t('jumpN', { n })}
              hideLegend
              always={t('jumpAlways')}
              only={t('jumpWhen')}
              condition={jump.when}
              definition={definition}
              sources={sources}
              likely={question}
              onChange={(when) => put(spliced(list, index, 1, { ...jump, when }))}
            />
            <Select
              label={t('jumpTo')}
              value={jump.to}
              options={[
                ...(known ? [] : [{ value: jump.to, label: placeWords(jump.to, definition, question.id) }]),
                ...targets.map(({ to, label }) => ({ value: to, label })),
              ]}
              onChange={(to) => {
                const target = targets.find((one) => one.to === to);
                if (target) lead(question, index, target);
              }}
            />
            <div class="line">
              {index > 0 && (
                <Button small onClick={() => put(spliced(spliced(list, index, 1), index - 1, 0, jump))}>
                  {t('earlier', { n })}
                </Button>
              )}
              <Button
                small
                onClick={() => {
                  put(spliced(list, index, 1));
                  focusSoon(add);
                }}
              >
                {t('removeJump', { n })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {list.length < most &&
        (adding ? (
          // Nothing leads anywhere until it is said where to.
          <Select
            id={`${add}-to`}
            label={t('jumpTo')}
            value=""
            options={[
              { value: '', label: t('jumpChoose') },
              ...targets.map(({ to, label }) => ({ value: to, label })),
            ]}
            onChange={(to) => {
              const target = targets.find((one) => one.to === to);
              if (!target) return;
              setAdding(false);
              lead({ ...question, jumps: [...list, freshJump(question)] }, list.length, target);
            }}
          />
        ) : (
          <div>
            <Button
              small
              kind="outlined"
              id={add}
              onClick={() => {
                setAdding(true);
                focusSoon(`${add}-to`);
              }}
            >
              {t('addJump')}
            </Button>
          </div>
        ))}
      {at === definition.questions.length - 1 && !definition.endings && <p class="note">{t('nowhere')}</p>}
    </>
  );
}

const freshJump = (question: Question): Jump => ({ when: firstLeaf(question), to: usualEnd });
