// The saved draft on a phone: the residents' own page, to be tried out. It shows the question that is being written, keeps
// what was tried across changes of the form, and sends nothing.
import { useEffect, useState } from 'preact/hooks';
import { fieldOf } from '../../../schema/fields/registry.ts';
import { ownTongue, tonguesOf } from '../../../schema/form/localize.ts';
import { type Tongue, tongues } from '../../../schema/words/tongues.ts';
import { Button } from '../../ui/button.tsx';
import { later } from '../../ui/part.tsx';
import { Select } from '../../ui/select.tsx';
import type { Keeper } from './keeper.ts';
import { choicesOf } from './numbering.ts';
import { PhoneFrames, type Shown } from './phone-frames.tsx';
import { useSettled } from './use-settled.ts';
import { t } from './words.ts';

const useMissing = later(() => import('./phone-missing.tsx'));

/** Where the residents' page keeps what was tried in it (web/fill/live/draft.ts). */
const triedKey = (form: string) => `linli:tried:/staff/preview/${form}`;

export function Phone(props: { keeper: Keeper; chosen: string | undefined; onMissing: () => void }) {
  const { keeper, chosen } = props;
  const { form } = keeper;
  const [loads, setLoads] = useState(0);
  const [care, setCare] = useState(false);
  const [wish, setWish] = useState<Shown['wish']>();
  const Missing = useMissing();
  const [missed, setMissed] = useState<string>();
  // Until it is known, a form with a question has something to show.
  const [shows, setShows] = useState(keeper.definition.questions.length > 0);
  const definition = useSettled(keeper.definition);
  const offered = tonguesOf(definition);
  const [asked, setAsked] = useState<Tongue>();
  const tongue = offered.find((one) => one === asked) ?? ownTongue(definition);
  const asking = definition.questions.filter((question) => fieldOf(question).asks);
  const look = (question: string) => setWish((before) => ({ question, n: (before?.n ?? 0) + 1 }));
  // A question that was put in, or back, is chosen before it is here.
  const here = asking.some(({ id }) => id === chosen);
  useEffect(() => {
    if (here && chosen !== undefined) look(chosen);
  }, [chosen, here]);
  return (
    <div class="stack tight">
      <p class="note">{t('previewNote')}</p>
      <div class="phone-tools">
        <Select
          label={t('previewGo')}
          value={wish?.question ?? ''}
          options={[{ value: '', label: t('previewStart') }, ...choicesOf(definition, asking)]}
          onChange={(id) => look(id)}
        />
        {offered.length > 1 && (
          <Select
            label={t('previewIn')}
            value={tongue}
            options={offered.map((value) => ({ value, label: tongues[value] }))}
            onChange={setAsked}
          />
        )}
        <div class="line">
          <Button small pressed={care} onClick={() => setCare(!care)}>
            {t('previewCare')}
          </Button>
          <Button
            small
            onClick={() => {
              sessionStorage.removeItem(triedKey(form.id));
              setWish(undefined);
              setLoads(loads + 1);
            }}
          >
            {t('previewReload')}
          </Button>
        </div>
      </div>
      {Missing && (
        <Missing.PhoneMissing definition={definition} onMend={props.onMissing} onKnown={setShows} />
      )}
      {missed !== undefined && missed === wish?.question && (
        <p class="note" role="status">
          {t('previewHidden')}
        </p>
      )}
      {/* A saved draft has a new revision, and so a new address. */}
      {shows && (
        <PhoneFrames
          address={`/staff/preview/${form.id}?rev=${form.rev}&in=${tongue}&n=${loads}`}
          care={care}
          wish={wish}
          onMissed={setMissed}
        />
      )}
    </div>
  );
}
