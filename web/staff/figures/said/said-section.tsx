// What was written to one question: its common words, and on a press the answers that hold one; of days, when they are.
// It is read piece by piece, and only by those who may read answers.
import { useState } from 'preact/hooks';
import { getSaid, scanMost } from '../../../../schema/api/figures.ts';
import type { Question } from '../../../../schema/fields/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { count } from '../../../ui/figures.ts';
import { t as ui } from '../../../ui/words/ui.ts';
import { ChartBlock } from '../chart-block.tsx';
import { Scanning, useScan } from '../scanning.tsx';
import { t } from '../words.ts';
import { daysChart } from './days.ts';
import { textsIn } from './said-in.ts';
import { type CommonWord, wordCount } from './words-in.ts';

interface Props {
  campaign: string;
  unit: string;
  question: Question;
  title: string;
  /** answers at the unit */
  n: number;
  reads: 'words' | 'days';
  foot: string;
}

export function SaidSection(props: Props) {
  const { campaign, unit, question, n, reads } = props;
  const scan = useScan(
    (after) => call(getSaid, { params: { campaign, unit }, query: { question: question.id, after } }),
    () => {
      const texts: string[] = [];
      const words = wordCount();
      return {
        add({ answers }) {
          const more = textsIn(question, answers);
          texts.push(...more);
          if (reads === 'words') words.add(more);
        },
        made: () => ({ texts, words: words.common() }),
      };
    },
  );
  const { result } = scan;
  if (n > scanMost) return <p class="note">{t('saidMany', { most: count(scanMost) })}</p>;
  return (
    <div class="stack tight">
      <div class="no-print">
        <Button
          small
          kind="outlined"
          busy={scan.busy}
          onClick={scan.begin}
          label={ui('about', { what: t(`read-${reads}`), of: props.title })}
        >
          {t(`read-${reads}`)}
        </Button>
      </div>
      <Scanning of={scan} n={n} />
      {result &&
        (reads === 'words' ? (
          <WordList {...props} {...result} />
        ) : (
          <ChartBlock chart={daysChart(result.texts)} title={props.title} foot={props.foot} />
        ))}
    </div>
  );
}

/** Answers shown for one word; all of them are on the page of comments. */
const shownMost = 20;

function WordList(props: Props & { texts: readonly string[]; words: readonly CommonWord[] }) {
  const { texts, words, campaign, unit } = props;
  const [chosen, setChosen] = useState('');
  if (words.length === 0) return <p class="note">{t('wordsNone')}</p>;
  const found = chosen === '' ? [] : texts.filter((text) => text.toLowerCase().includes(chosen));
  return (
    <div class="stack tight">
      <p class="note">{t('wordsNote', { n: count(texts.length) })}</p>
      <ul class="bare line word-list">
        {words.map(({ word, n }) => (
          <li key={word}>
            <Button
              small
              kind="outlined"
              pressed={word === chosen}
              onClick={() => setChosen(word === chosen ? '' : word)}
            >
              {word} <span class="note">{count(n)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== '' && (
        <div class="stack tight no-print" role="status">
          <p>{t('wordIn', { word: chosen, n: count(found.length) })}</p>
          <ul class="word-texts">
            {found.slice(0, shownMost).map((text, at) => (
              <li key={`${at} ${text}`} class="comment-text">
                {text}
              </li>
            ))}
          </ul>
          <p>
            <a href={`/staff/campaigns/${campaign}/comments/${unit}`}>{t('allComments')}</a>
          </p>
        </div>
      )}
    </div>
  );
}
