// What residents wrote, for those who may read answers: one list for each free-text question, read when it is opened. A
// board is shown around: ten are needed, and none says where it is from.
import { useState } from 'preact/hooks';
import type { Output } from '../../schema/api/endpoint.ts';
import { boardWords } from '../../schema/api/scorecards.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { count } from '../ui/figures.ts';
import { useAct } from '../ui/load.ts';
import { dayWords } from '../ui/time.ts';
import type { Scorecard } from './card-types.ts';
import { few } from './figures.ts';
import { t } from './words.ts';

type Comment = Output<typeof boardWords>['comments'][number];

export function Comments(props: { card: Scorecard }) {
  const { card } = props;
  return (
    <>
      {card.texts.map((text) => (
        <div class="stack tight" key={text.question}>
          <h3>{t('wordsCount', { title: text.title, n: count(text.n) })}</h3>
          {text.n === 0 ? (
            <p class="dim">{t('wordsNone')}</p>
          ) : text.n < few ? (
            <p class="dim">{t('wordsFew')}</p>
          ) : card.mayReadAnswers ? (
            <List card={card} question={text.question} n={text.n} />
          ) : null}
        </div>
      ))}
    </>
  );
}

function List(props: { card: Scorecard; question: string; n: number }) {
  const { card, question } = props;
  const [read, setRead] = useState<Comment[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const { busy, problem, act } = useAct();
  const more = () =>
    act(async () => {
      const page = await call(boardWords, {
        params: { campaign: card.campaign.id, unit: card.unit.id },
        query: { question, ...(next === null ? {} : { after: next }) },
      });
      setRead((before) => [...before, ...page.comments]);
      setNext(page.next);
    });
  return (
    <>
      {read.length > 0 && (
        <ul class="bare comments">
          {read.map((comment, at) => (
            <li key={at}>
              <p>{comment.text}</p>
              <p class="note dim">{dayWords(comment.at)}</p>
            </li>
          ))}
        </ul>
      )}
      {problem && <Banner kind="warn">{problem}</Banner>}
      {(read.length === 0 || next !== null) && (
        <div>
          <Button kind="outlined" busy={busy} onClick={more}>
            {read.length === 0 ? t('wordsRead', { n: count(props.n) }) : t('wordsMore')}
          </Button>
        </div>
      )}
    </>
  );
}
