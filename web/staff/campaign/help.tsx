// Where a run may need a hand, and what to send to the chat groups: a text for the area in view and for each of those.
import { useState } from 'preact/hooks';
import type { Campaign } from '../../../schema/api/campaigns.ts';
import { openForm } from '../../../schema/api/fill.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { clockWords, dayLength, dayWords } from '../../ui/time.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { useCopy } from '../copy-text.tsx';
import { needsHelp, type Progress } from './needs-help.ts';
import { progressAddress } from './progress-address.ts';
import { t } from './words.ts';

type Line = Progress['here'];
const occasions = ['usual', 'last'] as const;
type Occasion = (typeof occasions)[number];

export function Help(props: { run: Campaign; progress: Progress }) {
  const { run, progress } = props;
  const opened = useLoad(`facts ${run.slug}`, () => call(openForm, { params: { slug: run.slug } }));
  const [occasion, setOccasion] = useState<Occasion>(
    run.closesAt - Date.now() < dayLength ? 'last' : 'usual',
  );
  return (
    <Loading from={opened}>
      {({ facts }) => {
        const text = (line: Line) => reminder(run, line, facts.minutes, occasion);
        return (
          <>
            <section class="stack tight no-print">
              <h2>{t('remind')}</h2>
              <p class="note">{t('remindNote', { name: progress.here.unit.name })}</p>
              <Select
                label={t('occasion')}
                value={occasion}
                options={occasions.map((one) => ({ value: one, label: t(`occasion-${one}`) }))}
                onChange={setOccasion}
              />
              <Whole text={text(progress.here)} />
            </section>
            <Listed run={run} progress={progress} text={text} />
          </>
        );
      }}
    </Loading>
  );
}

/** With the area's own address: a building opens the form, anything above the list of those below it. */
const reminder = (run: Campaign, { unit }: Line, minutes: number, occasion: Occasion) =>
  t(`reminder-${occasion}`, {
    title: run.title,
    place: unit.name,
    minutes,
    named: t(run.named ? 'named' : 'unnamed'),
    day: dayWords(run.closesAt),
    clock: clockWords(run.closesAt),
    link: unit.id === run.unit.id ? run.link : `${run.link}?u=${unit.id}`,
    organiser: run.organiser,
    phone: run.phone,
  });

function Whole({ text }: { text: string }) {
  const { copy, said } = useCopy(text);
  return (
    <>
      <p class="card reminder">{text}</p>
      <div class="line">
        <Button small kind="outlined" onClick={copy}>
          {t('copyReminder')}
        </Button>
        <span class="note" role="status">
          {said}
        </span>
      </div>
    </>
  );
}

function Listed(props: { run: Campaign; progress: Progress; text: (line: Line) => string }) {
  const { run, progress } = props;
  const { here, children } = progress;
  if (children.length === 0) return null;
  const { listed, told } = needsHelp(progress);
  const early = children.length - told;
  return (
    <section class="stack tight" aria-label={t('help')}>
      <h2>{t('help')}</h2>
      <p class="note">{t(here.households > 0 ? 'helpRule' : 'helpRuleNone', { name: here.unit.name })}</p>
      {listed.length === 0 && told > 0 && <p>{t(here.households > 0 ? 'helpNone' : 'helpEach')}</p>}
      {here.n === 0 ? (
        <p>{t('helpNothing')}</p>
      ) : (
        early > 0 && (
          <p class={told === 0 ? undefined : 'note'}>
            {t(told === 0 ? 'helpTooEarly' : 'helpPartly', { received: count(here.n), early: count(early) })}
          </p>
        )
      )}
      {listed.length > 0 && (
        <ul class="bare help-list">
          {listed.map((line) => (
            <li key={line.unit.id} class="line apart">
              <span>
                {line.drill ? (
                  <a href={progressAddress(run.id, line.unit.id)}>{line.unit.name}</a>
                ) : (
                  line.unit.name
                )}{' '}
                <span class="note figures">
                  {t('countsWords', { n: count(line.n), households: count(line.households) })}
                </span>
              </span>
              <CopyReminder name={line.unit.name} text={props.text(line)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CopyReminder(props: { name: string; text: string }) {
  const { copy, said, failed } = useCopy(props.text);
  return (
    <span class="line no-print">
      <span class="note" role="status">
        {said}
      </span>
      {failed ? (
        <span class="card reminder">{props.text}</span>
      ) : (
        <Button
          small
          kind="outlined"
          label={ui('about', { what: t('copyReminder'), of: props.name })}
          onClick={copy}
        >
          {said ? ui('copy') : t('copyReminder')}
        </Button>
      )}
    </span>
  );
}
