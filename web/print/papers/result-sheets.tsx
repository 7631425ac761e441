// The notice of a result in the customary form, and the minutes of the meeting: filled in once the votes are counted.
import type { ComponentChildren } from 'preact';
import { momentOf } from '../../../schema/elections/days.ts';
import { roundRule } from '../../../schema/elections/pack.ts';
import { readResult } from '../../../schema/elections/result.ts';
import { count } from '../../ui/figures.ts';
import {
  assistedWords,
  figuresOf,
  isEach,
  outcomeWords,
  type PersonLine,
  personLines,
} from '../../ui/result-words.ts';
import { sourceLine } from '../../ui/source-line.ts';
import { dayWords } from '../../ui/time.ts';
import { language } from '../../ui/words/language.ts';
import { t as words } from '../../ui/words/results.ts';
import { chunked, dayOf, Foot, momentDay, Paper, placeOf, type SheetProps, Signs } from './paper.tsx';
import { t } from './words.ts';

/** Persons on the first sheet, and on each that follows. */
const personsFirst = 6;
const personsMore = 26;

export function ResultSheets({ election, of, pack }: SheetProps) {
  if (of.result === null) return null;
  const result = readResult(of.result);
  const { need } = roundRule(pack, of.kind);
  const lines = personLines(result);
  const each = isEach(result);
  const name = placeOf(of);
  const from = of.announcedAt === null ? dayOf(of.days.voteEnd) : momentDay(of.announcedAt);
  const more = lines.slice(personsFirst);
  const assisted = assistedWords(of.took);
  return (
    <>
      <Paper
        title={t('resultTitle', { post: election.post })}
        {...(more.length > 0 && { page: 1 })}
        foot={
          <Foot
            result
            election={election}
            of={of}
            day={from}
            notes={[t('resultDays', { from, to: dayOf(of.days.result) })]}
          />
        }
      >
        <p>
          {t('resultFirst', {
            day: dayOf(of.days.vote),
            name,
            post: election.post,
            seats: of.seats,
            rule: pack.name[language()],
          })}
        </p>
        <FigureTable figures={figuresOf(result, need.of)} />
        <Persons lines={lines.slice(0, personsFirst)} each={each} />
        {more.length > 0 && <p class="flush small">{t('persons_more', { n: more.length })}</p>}
        <p class="paper-outcome">{outcomeWords(result, election.post).join('')}</p>
        <p class="flush small">
          {t('resultRule', { source: sourceLine(need.sources) })}
          {assisted && `${t('stop')}${assisted}`}
          {t('stop')}
        </p>
      </Paper>
      {chunked(more, personsMore).map((part, at) => (
        <Paper key={part[0]?.person} page={at + 2}>
          <h3 class="paper-annex">
            {t('annex')}　{name}
          </h3>
          <Persons lines={part} each={each} />
        </Paper>
      ))}
    </>
  );
}

function FigureTable({ figures }: { figures: ReturnType<typeof figuresOf> }) {
  return (
    <table class="paper-table paper-figures">
      <tbody>
        <tr>
          {figures.map(({ key, label }) => (
            <th key={key}>{label}</th>
          ))}
        </tr>
        <tr>
          {figures.map(({ key, value, note }) => (
            <td key={key}>
              {value}
              {note && <small>{note}</small>}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Persons({ lines, each }: { lines: readonly PersonLine[]; each: boolean }) {
  return (
    <table class="paper-table tight">
      <thead>
        <tr>
          <th class="paper-name">{t('name')}</th>
          <th>{words(each ? 'for' : 'votes')}</th>
          {each && <th>{words('against')}</th>}
          {each && <th>{words('abstain')}</th>}
          <th>{words('result')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((one) => (
          <tr key={one.person}>
            <td>{one.name}</td>
            <td class="number">{count(one.votes)}</td>
            {each && <td class="number">{count(one.against)}</td>}
            {each && <td class="number">{count(one.abstain)}</td>}
            <td>{one.isElected ? <b>{one.became}</b> : one.became}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const course = [1, 2, 3, 4, 5, 6] as const;

export function MinutesSheet({ election, of, pack }: SheetProps) {
  const { need } = roundRule(pack, of.kind);
  const result = of.result === null ? undefined : readResult(of.result);
  const { post } = election;
  const figure = result
    ? figuresOf(result, undefined)
        .map(({ label, value }) => `${label} ${value}`)
        .join(t('semicolon'))
    : (['registered', 'issued', 'collected', 'valid', 'void', 'blank', 'base', 'need'] as const)
        .map((key) => `${words(key)} ${t('blankFigure')}`)
        .join(t('semicolon'));
  const row = (label: string, said: ComponentChildren, tall = '') => (
    <tr>
      <th class="minutes-what">{label}</th>
      <td class={`words ${tall}`}>{said}</td>
    </tr>
  );
  return (
    <Paper
      title={t('minutesTitle', { name: placeOf(of), post })}
      foot={
        <footer class="paper-last small">
          <Signs words={t('signAll')} />
        </footer>
      }
    >
      <table class="paper-table minutes">
        <tbody>
          {row(t('when'), `${dayWords(momentOf(of.days.vote, '12:00'), 0)} ${of.days.opens}`)}
          {row(t('where'), '')}
          {row(`${t('chair')}${t('and')}${t('keeper')}`, '')}
          {row(t('watchers'), of.tellers.join(t('and')))}
          {row(t('came'), t('cameOf', { all: of.registered ?? t('blankFigure') }))}
          {row(
            t('topic'),
            t('topicWords', {
              post,
              seats: of.seats,
              rule: pack.name[language()],
              source: sourceLine(need.sources.slice(0, 1)),
            }),
          )}
          {row(t('stand'), of.candidates.map(({ name }) => name).join(t('and')) || t('candidatesNone'))}
          {row(
            t('course'),
            course.map((at) => <p key={at}>{t(`course${at}`)}</p>),
          )}
          {row(
            t('outcome'),
            <>
              <p>{figure}</p>
              {result ? (
                <>
                  <p>
                    {personLines(result)
                      .slice(0, 8)
                      .map(({ name, votes }) => `${name} ${count(votes)}`)
                      .join(t('semicolon'))}
                  </p>
                  <p>
                    <b>{outcomeWords(result, post).join('')}</b>
                  </p>
                </>
              ) : (
                <p>{of.candidates.map(({ name }) => `${name} ${t('blankFigure')}`).join(t('semicolon'))}</p>
              )}
            </>,
          )}
          {row(t('said'), '', 'minutes-tall')}
        </tbody>
      </table>
    </Paper>
  );
}
