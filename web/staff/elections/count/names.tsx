// Names that electors wrote in: what is read as one, what may be, and whom people say it counts for.
import { type CountDesk, decideName, type WrittenName } from '../../../../schema/api/counts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { useAct } from '../../../ui/load.ts';
import { Select } from '../../../ui/select.tsx';
import { momentWords } from '../../../ui/time.ts';
import { t } from './words.ts';

interface Props {
  desk: CountDesk;
  open: boolean;
  onDesk: (desk: CountDesk) => void;
}

export function Names({ desk, open, onDesk }: Props) {
  if (!desk.writeIns) return null;
  return (
    <section class="stack" aria-label={t('names')}>
      <div class="stack tight">
        <h2>{t('names')}</h2>
        <p class="note">{desk.names.length === 0 ? t('namesNone') : t('namesNote')}</p>
      </div>
      {desk.names.map((one) => (
        <OneName key={one.name} desk={desk} one={one} open={open} onDesk={onDesk} />
      ))}
    </section>
  );
}

/** A person in words: a candidate, a name, or nobody. */
const personWords = (desk: Pick<CountDesk, 'candidates'>, person: string | null): string =>
  person === null
    ? t('nobody')
    : person.startsWith('=')
      ? person.slice(1)
      : (desk.candidates.find(({ id }) => id === person)?.name ?? person);

const nobody = '-';

function OneName({ desk, one, open, onDesk }: Props & { one: WrittenName }) {
  const { busy, problem, act } = useAct();
  const own = `=${one.name}`;
  const decide = (decision: { person: string | null } | null) =>
    act(async () => {
      const params = { contest: desk.contest };
      onDesk(await call(decideName, { params, body: { name: one.name, decision } }));
    });
  const meant = desk.names.some(({ decided }) => decided?.person === one.person);
  const waits = one.perhaps.length > 0 && !one.decided && !meant;
  const persons = [
    ...new Set([own, ...desk.candidates.map(({ id }) => id), ...desk.names.map(({ name }) => `=${name}`)]),
  ];
  const stands = one.decided ? one.decided.person : one.person;
  return (
    <article class="card stack tight">
      <h3>
        {one.spellings.map(({ written, ballots }) => t('spelled', { written, n: ballots })).join(' · ')}
      </h3>
      {waits && (
        <p role="status">
          {t('maybe', { names: one.perhaps.map((person) => personWords(desk, person)).join('、') })}
        </p>
      )}
      {open && desk.mayEdit ? (
        <Select
          label={`${t('countsFor')}：${one.name}`}
          value={stands ?? nobody}
          disabled={busy}
          options={[
            ...persons.map((person) => ({
              value: person,
              label: person === own ? `${one.name}（${t('itself')}）` : personWords(desk, person),
            })),
            { value: nobody, label: t('nobody') },
          ]}
          onChange={(value) => decide({ person: value === nobody ? null : value })}
        />
      ) : (
        <p>
          {t('countsFor')}：{personWords(desk, stands)}
        </p>
      )}
      {waits && open && desk.mayEdit && (
        <div>
          <Button
            small
            kind="outlined"
            label={`${t('keep')}：${one.name}`}
            busy={busy}
            onClick={() => decide({ person: own })}
          >
            {t('keep')}
          </Button>
        </div>
      )}
      {one.decided && (
        <p class="note line">
          {t('decidedBy', { by: one.decided.by, at: momentWords(one.decided.at) })}
          {open && desk.mayEdit && (
            <Button small busy={busy} onClick={() => decide(null)}>
              {t('undo')}
            </Button>
          )}
        </p>
      )}
      {problem && <Banner kind="warn">{problem}</Banner>}
    </article>
  );
}
