// Papers of an election: which paper, for which buildings, looked at and printed, a part at a time.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ResultLine } from '../../../schema/api/results.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { count } from '../../ui/figures.ts';
import { hasWords } from '../../ui/has-words.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { language } from '../../ui/words/language.ts';
import { useChunks } from '../chunks.ts';
import { BallotSheet, sheetsOf, spare } from './ballot-sheet.tsx';
import { CandidatesSheet, doorsOnSheet, NoticeSheet, RollSheets } from './notices.tsx';
import { packOf, placeOf, type SheetProps } from './paper.tsx';
import { ProxySheets } from './proxy-sheets.tsx';
import { type ElectionFrom, type Papers, readPapers } from './read.ts';
import { MinutesSheet, ResultSheets } from './result-sheets.tsx';
import { TallySheet } from './tally-sheet.tsx';
import { t } from './words.ts';

const kinds = ['notice', 'roll', 'candidates', 'ballot', 'proxy', 'tally', 'result', 'minutes'] as const;
type Kind = (typeof kinds)[number];

/** Contests in one print job: browsers and office printers choke on a thousand sheets. */
const partOf: Readonly<Record<Kind, number>> = {
  notice: 100,
  roll: 10,
  candidates: 100,
  ballot: 5,
  proxy: 50,
  tally: 100,
  result: 100,
  minutes: 100,
};

export function PapersPage(props: { from: ElectionFrom; contest: string; paper: string }) {
  const { from } = props;
  const [kind, setKind] = useState<Kind>(kinds.find((one) => one === props.paper) ?? 'notice');
  const contests = from.list.contests.filter(({ state }) => state !== 'cancelled');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(props.contest === '' ? contests.map((one) => one.contest) : [props.contest]),
  );
  const [copies, setCopies] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const wanted = contests.filter((one) => chosen.has(one.contest));
  const size = partOf[kind];
  const first = at * size < wanted.length ? at * size : 0;
  const part = wanted.slice(first, first + size);
  const key = `${from.id} ${kind === 'roll'} ${part.map(({ contest }) => contest).join()}`;
  return (
    <div class="print-columns">
      <div class="stack no-print">
        <h1>{t('title')}</h1>
        <p>{from.list.title}</p>
        <Select
          label={t('which')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`paper-${value}`) }))}
          onChange={(value) => {
            setKind(value);
            setAt(0);
          }}
        />
        {kind === 'ballot' && <Copies copies={copies} onChoose={setCopies} />}
        <Buildings contests={contests} chosen={chosen} onChoose={setChosen} />
        {wanted.length > size && (
          <Select
            label={t('part')}
            value={String(first / size)}
            options={Array.from({ length: Math.ceil(wanted.length / size) }, (_, index) => ({
              value: String(index),
              label: t('partOf', {
                from: count(index * size + 1),
                to: count(Math.min(wanted.length, (index + 1) * size)),
                all: count(wanted.length),
              }),
            }))}
            onChange={(value) => setAt(Number(value))}
          />
        )}
        <p class="note">{t('paper')}</p>
      </div>
      {part.length === 0 ? (
        <Empty>{t('nothing')}</Empty>
      ) : (
        <Part key={key} id={key} from={from} part={part} kind={kind} copies={copies} />
      )}
    </div>
  );
}

function Copies(props: { copies: number | null; onChoose: (copies: number | null) => void }) {
  return (
    <Select
      label={t('copies')}
      value={String(props.copies ?? 0)}
      options={[
        { value: '0', label: t('copiesEach', { spare }) },
        ...[2, 10, 20, 40, 60, 100].map((n) => ({ value: String(n), label: t('copiesN', { n }) })),
      ]}
      onChange={(value) => props.onChoose(value === '0' ? null : Number(value))}
    />
  );
}

/** A city has 1,269: they are found by words. */
const listed = 60;

function Buildings(props: {
  contests: readonly ResultLine[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { contests, chosen, onChoose } = props;
  const [words, setWords] = useState('');
  const has = hasWords(words);
  const found = contests.filter(({ above, name }) => has(`${above} ${name}`));
  const put = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    onChoose(next);
  };
  if (contests.length < 2) return null;
  const all = found.map(({ contest }) => contest);
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{t('buildings')}</legend>
      {contests.length > 10 && (
        <TextField type="search" label={t('search')} value={words} onInput={setWords} />
      )}
      <div class="line">
        <Button small kind="outlined" onClick={() => put(all, true)}>
          {t('allShown')}
        </Button>
        <Button small kind="outlined" onClick={() => put(all, false)}>
          {t('noneShown')}
        </Button>
      </div>
      <div class="papers-list">
        {found.slice(0, listed).map(({ contest, name, above, round }) => (
          <label key={contest} class="tick">
            <input
              type="checkbox"
              checked={chosen.has(contest)}
              onChange={(event) => put([contest], event.currentTarget.checked)}
            />{' '}
            {name}
            {round > 1 && ` ×${round}`} <span class="note">{above}</span>
          </label>
        ))}
      </div>
      {found.length > listed && <p class="note">{t('some', { n: listed })}</p>}
      <p role="status">
        <b>{t('chosen', { n: count(chosen.size) })}</b>
      </p>
    </fieldset>
  );
}

function Part(props: {
  id: string;
  from: ElectionFrom;
  part: readonly ResultLine[];
  kind: Kind;
  copies: number | null;
}) {
  const { id, from, part, kind, copies } = props;
  const loaded = useLoad(id, () =>
    readPapers(
      from.id,
      part.map(({ contest }) => contest),
      kind === 'roll',
    ),
  );
  return (
    <Loading from={loaded} what={t('reading')}>
      {(papers) => <Sheets papers={papers} kind={kind} copies={copies} />}
    </Loading>
  );
}

function Sheets({ papers, kind, copies }: { papers: Papers; kind: Kind; copies: number | null }) {
  const key = `${language()} ${kind} ${copies} ${papers.papers.map(({ contest }) => contest).join()}`;
  const sheets = useMemo(
    () => papers.papers.flatMap((of) => sheetsFor(papers, of, kind, copies)),
    [key, papers],
  );
  const drawn = useChunks(key, sheets.length, 8);
  const missing = missingWords(papers, kind);
  return (
    <section class="sheets" aria-label={t('preview')}>
      <div class="papers-act no-print stack">
        {missing && <Banner kind="warn">{missing}</Banner>}
        {drawn < sheets.length ? (
          <WaitingLine what={t('preparing')} done={drawn} total={sheets.length} />
        ) : (
          sheets.length > 0 && (
            <div>
              <Button kind="primary" onClick={() => print()}>
                {t('print', { n: count(printed(sheets.length, papers, kind)) })}
              </Button>
            </div>
          )
        )}
      </div>
      {sheets.slice(0, drawn)}
    </section>
  );
}

/** Sheets of paper: some papers have several. */
function printed(n: number, { papers, entries }: Papers, kind: Kind): number {
  if (kind === 'roll')
    return papers.reduce(
      (sum, { contest }) => sum + 1 + Math.ceil((entries.get(contest)?.length ?? 0) / doorsOnSheet),
      0,
    );
  return n;
}

function missingWords({ election, papers }: Papers, kind: Kind): string {
  const names = (list: Papers['papers']) =>
    list
      .slice(0, 5)
      .map((of) => placeOf(of))
      .join(t('and')) + (list.length > 5 ? '…' : '');
  if (kind === 'result') {
    const waiting = papers.filter(({ result }) => result === null);
    return waiting.length > 0 ? t('notReady', { names: names(waiting) }) : '';
  }
  if (kind === 'proxy' && packOf(election).proxies === null) return t('noProxies', { names: election.title });
  return kind === 'roll' && election.roll === null ? t('noRoll') : '';
}

function sheetsFor(
  { election, entries }: Papers,
  of: SheetProps['of'],
  kind: Kind,
  copies: number | null,
): ComponentChildren[] {
  const props = { election, of, pack: packOf(election) };
  const key = of.contest;
  switch (kind) {
    case 'notice':
      return [<NoticeSheet key={key} {...props} />];
    case 'roll':
      return election.roll === null
        ? []
        : [<RollSheets key={key} {...props} entries={entries.get(key) ?? []} />];
    case 'candidates':
      return [<CandidatesSheet key={key} {...props} />];
    case 'ballot':
      return Array.from({ length: sheetsOf(of, copies) }, (_, at) => (
        <BallotSheet key={`${key} ${at}`} {...props} />
      ));
    case 'proxy':
      return props.pack.proxies ? [<ProxySheets key={key} {...props} />] : [];
    case 'tally':
      return [<TallySheet key={key} {...props} />];
    case 'result':
      return of.result === null ? [] : [<ResultSheets key={key} {...props} />];
    case 'minutes':
      return [<MinutesSheet key={key} {...props} />];
  }
}
