// What a result says, line by line: figures, each person, who is elected, and the rule behind each. Read from the stored
// count alone, so that screen, notice and public page cannot say different things.

import type { Result } from '../../schema/elections/box.ts';
import type { PostResult, Standing } from '../../schema/elections/count.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { postOf, standingsOf, type Took } from '../../schema/elections/result.ts';
import { count, percent } from './figures.ts';
import { sourceLine } from './source-line.ts';
import { t } from './words/results.ts';

interface Figure {
  key: string;
  label: string;
  value: string;
  note?: string;
}

type Of = Pack['rounds']['first']['need']['of'];

/** The customary figures, in the customary order. */
export function figuresOf(result: Result, of: Of | undefined): Figure[] {
  const post = postOf(result);
  const { registered, issued, collected, present } = result;
  const figure = (
    key: 'registered' | 'issued' | 'collected' | 'present' | 'valid' | 'void' | 'blank' | 'base' | 'need',
    n: number,
    note = '',
  ): Figure => ({
    key,
    label: t(key),
    value: count(n),
    ...(note !== '' && { note }),
  });
  const over = post.voidBy['over-selected'] ?? 0;
  const out = result.leftOut;
  const besides = [collected > issued ? t('overIssued') : '', out ? t('leftOut', { ...out }) : ''];
  const why = [
    over > 0 ? t('void_over', { n: over }) : '',
    over > 0 && post.void > over ? t('void_other', { n: post.void - over }) : '',
  ].filter(Boolean);
  return [
    figure('registered', registered),
    ...(present > collected ? [figure('present', present)] : []),
    figure('issued', issued),
    figure('collected', collected, besides.filter(Boolean).join(t('and'))),
    figure('valid', post.valid),
    figure('void', post.void, why.join(t('and'))),
    figure('blank', post.blank),
    figure('base', post.base, of ? t(`base-${of}`) : ''),
    figure('need', post.need),
  ];
}

/** How many checked in with the help of staff, and by proxy; '' where nobody did. */
export function assistedWords(took: Took | null): string {
  if (!took) return '';
  const all = took.token + took.paper;
  return [
    ...(took.assisted > 0
      ? [t('assisted', { n: count(took.assisted), share: percent(took.assisted, all) })]
      : []),
    ...(took.proxies > 0 ? [t('proxies', { n: count(took.proxies) })] : []),
  ].join(t('semicolon'));
}

export interface PersonLine extends Standing {
  /** what became of them, in a word */
  became: string;
  isElected: boolean;
}

export function personLines(result: Result): PersonLine[] {
  const post = postOf(result);
  return post.standings.map((one) => ({
    ...one,
    isElected: post.elected.includes(one.person),
    became: post.elected.includes(one.person)
      ? t('elected')
      : post.tied.includes(one.person)
        ? t('tied')
        : post.second.includes(one.person)
          ? t('second')
          : one.candidate
            ? ''
            : t('writtenIn'),
  }));
}

/** Whether each candidate was voted by itself: for, against, abstain. */
export const isEach = (result: Result): boolean =>
  postOf(result).standings.some(({ against, abstain }) => against > 0 || abstain > 0);

const namesOf = (post: PostResult, persons: readonly string[]) =>
  standingsOf(post, persons)
    .map(({ name }) => name)
    .join(t('and'));

/** What came of the vote, a sentence each. */
export function outcomeWords(result: Result, office: string): string[] {
  if (!result.valid)
    return result.faults.map((fault) => (fault === 'turnout' ? t('outTurnout') : t(`out${upper(fault)}`)));
  const post = postOf(result);
  const { elected, tied, tiedSeats, second, secondSeats, vacant } = post;
  return [
    ...(elected.length > 0 ? [t('outElected', { names: namesOf(post, elected), post: office })] : []),
    ...(elected.length === 0 && tiedSeats === 0 ? [t('outNobody')] : []),
    ...(tiedSeats > 0 ? [t('outTied', { names: namesOf(post, tied), n: tiedSeats })] : []),
    ...(secondSeats > 0
      ? [
          second.length > 0
            ? t('outSecond', { names: namesOf(post, second), n: secondSeats })
            : t('outAgain', { n: secondSeats }),
        ]
      : []),
    ...(vacant > 0 ? [t(result.vacanciesAllowed ? 'outVacant' : 'outVacantNot', { n: vacant })] : []),
  ];
}

const upper = (fault: 'overfull-box' | 'over-issued') =>
  fault === 'overfull-box' ? ('Overfull-box' as const) : ('Over-issued' as const);

/** Each rule that the result rests on, once: what it settles, and where it stands. */
export function ruleLines({ statements }: Result): { about: string; source: string }[] {
  const lines = statements.flatMap(({ about, sources }) =>
    about === 'elected' ? [] : [{ about: t(`rule-${about}`), source: sourceLine(sources) }],
  );
  return lines.filter(
    (line, at) =>
      lines.findIndex((other) => other.about === line.about && other.source === line.source) === at,
  );
}
