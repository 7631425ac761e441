// One nominee: its score and what it is made of, what was found, and what its area says to it.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Output } from '../../../schema/api/endpoint.ts';
import { getEvaluationSubject, strikeFinding } from '../../../schema/api/evaluation-subjects.ts';
import { evaluationName, subjectName } from '../../../schema/evaluations/names.ts';
import { askedOf, leastHouseholds } from '../../../schema/evaluations/scheme.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import {
  findingWords,
  groupFigure,
  groupWord,
  outcomeWord,
  points,
  rangeWord,
  scoreWord,
} from '../../ui/evaluation-says.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { t as say } from '../../ui/words/evaluations.ts';
import { Page } from '../page.tsx';
import { Appeals } from './appeals.tsx';
import { t as brief } from './brief-words.ts';
import { AddFinding } from './finding-form.tsx';
import { t } from './words.ts';

export type SubjectView = Output<typeof getEvaluationSubject>;
export interface SubjectProps {
  view: SubjectView;
  onChanged: () => void;
}

export function SubjectPage() {
  const { params } = useRoute();
  const at = { evaluation: params.evaluation ?? '', subject: params.subject ?? '' };
  const loaded = useLoad(`subject ${at.evaluation} ${at.subject}`, () =>
    call(getEvaluationSubject, { params: at }),
  );
  return (
    <Loading from={loaded}>{(view) => <One key={at.subject} view={view} onChanged={loaded.again} />}</Loading>
  );
}

function One({ view, onChanged }: SubjectProps) {
  const { evaluation, subject, line } = view;
  const name = subjectName(subject);
  return (
    <Page
      title={name}
      steps={[
        { title: brief('title'), href: '/staff/evaluations' },
        { title: evaluation.title, href: `/staff/evaluations/${evaluation.id}` },
        { title: name },
      ]}
      facts={`${evaluationName(evaluation)} · ${brief(`state-${evaluation.state}`)}`}
    >
      {line && <Result view={view} line={line} />}
      <Findings view={view} onChanged={onChanged} />
      <Appeals view={view} onChanged={onChanged} />
    </Page>
  );
}

function Result({ view, line }: { view: SubjectView; line: NonNullable<SubjectView['line']> }) {
  const { rules } = view.evaluation;
  const ranged = line.groups.some(({ about }) => about);
  return (
    <section class="stack" aria-label={t('score')}>
      <p class="evaluation-score">
        <b class="figures">{line.about ? rangeWord(line.about) : scoreWord(line.score)}</b>{' '}
        {outcomeWord(line, rules)}
      </p>
      <ul class="evaluation-list">
        {line.groups.map((group) => (
          <li key={group.id}>{t('figureOf', { what: groupWord(group.id), figure: groupFigure(group) })}</li>
        ))}
        {line.deducted > 0 && (
          <li>
            {t('deducted')} −{points(line.deducted)}
          </li>
        )}
        {line.added > 0 && (
          <li>
            {t('added')} {points(line.added)}
          </li>
        )}
        {line.readings.map(({ id, value, about }) => (
          <li key={id}>
            {t('figureOf', {
              what: rules.gates.find((gate) => gate.id === id)?.title ?? '',
              figure: about
                ? t('shareNear', { k: leastHouseholds })
                : value === null
                  ? say('notScored')
                  : t('percent', { n: value.toFixed(2) }),
            })}
          </li>
        ))}
      </ul>
      {ranged && <p class="note">{t('householdsNear')}</p>}
      <Table
        caption={t('indicatorMarks')}
        keepTable
        rows={rules.indicators.map((indicator, place) => ({ ...indicator, place }))}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            title: t('indicator'),
            head: true,
            cell: ({ title, most }) => t('aside', { what: title, aside: most }),
          },
          ...view.middles
            .filter(({ marks }) => marks.some((mark) => mark !== null))
            .map(({ id, marks }) => ({
              key: id,
              title: groupWord(id),
              number: true,
              cell: ({ place }: { place: number }) => marks[place]?.toFixed(1) ?? '',
            })),
        ]}
      />
      {askedOf(rules, 'residents').filter(Boolean).length > 1 &&
        line.groups.some(({ id, score }) => id === 'residents' && score !== null) &&
        view.middles.some(({ id, marks }) => id === 'residents' && marks.every((mark) => mark === null)) && (
          <p class="note">{t('householdsAlike')}</p>
        )}
      {view.raters.length > 0 && (
        <details>
          <summary>{t('single')}</summary>
          <Table
            caption={t('single')}
            hideCaption
            keepTable
            rows={view.raters}
            rowKey={({ group, name, at }) => `${group} ${name} ${at}`}
            columns={[
              {
                key: 'name',
                title: t('rater'),
                head: true,
                cell: ({ name, leftOut }) => (leftOut ? t('leftOut', { name }) : name),
              },
              { key: 'group', title: t('raterGroup'), cell: ({ group }) => groupWord(group) },
              ...rules.indicators.map(({ id, title }, place) => ({
                key: id,
                title,
                number: true,
                cell: ({ marks, was }: SubjectView['raters'][number]) => markWords(marks, was, place),
              })),
            ]}
          />
        </details>
      )}
    </section>
  );
}

/** A mark, after what it was before objections put it right. */
function markWords(
  marks: SubjectView['raters'][number]['marks'],
  was: readonly (typeof marks)[],
  place: number,
): string | number {
  const [first] = was;
  const before = (first ?? marks)[place] ?? '';
  const now = marks[place] ?? '';
  return before === now ? now : t('rightedMark', { was: before, now });
}

function Findings({ view, onChanged }: SubjectProps) {
  const { evaluation, findings } = view;
  const adds = evaluation.keeps && evaluation.state === 'rating';
  return (
    <section class="stack tight" aria-labelledby="findings">
      <h2 id="findings">{t('findings')}</h2>
      {findings.length === 0 && <p class="note">{t('findingsNone')}</p>}
      <ul class="bare stack tight">
        {findings.map((one) => (
          <li key={one.id} class="card stack tight">
            <p>
              {one.struckAt === null ? (
                findingWords(evaluation.rules, one)
              ) : (
                <s>{findingWords(evaluation.rules, one)}</s>
              )}
              {one.note !== '' && ` · ${one.note}`}
            </p>
            <p class="note">
              {t('byAt', { name: one.by, time: momentWords(one.at) })}
              {one.photo && (
                <>
                  {' · '}
                  <a href={`/m/${one.photo}`} target="_blank" rel="noopener">
                    {t('seePhoto')}
                  </a>
                </>
              )}
            </p>
            {one.struckAt !== null && <p>{t('struck', { reason: one.struckReason })}</p>}
            {one.strikes && <Strike view={view} finding={one.id} onChanged={onChanged} />}
          </li>
        ))}
      </ul>
      {adds && <AddFinding view={view} onChanged={onChanged} />}
    </section>
  );
}

function Strike({ view, finding, onChanged }: SubjectProps & { finding: string }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      setTried(true);
      if (reason.trim() === '') return;
      await call(strikeFinding, {
        params: { evaluation: view.evaluation.id, finding },
        body: { reason: reason.trim() },
      });
      toast(t('struckDone'));
      setAsking(false);
      onChanged();
    });
  return (
    <div>
      <Button small onClick={() => setAsking(true)}>
        {t('strike')}
      </Button>
      {asking && (
        <Dialog
          title={t('strikeTitle')}
          verb={t('strike')}
          busy={busy}
          problem={problem}
          onAct={send}
          onClose={() => setAsking(false)}
        >
          <TextField
            label={t('strikeReason')}
            maxLength={300}
            value={reason}
            onInput={setReason}
            error={tried && reason.trim() === '' ? t('needReason') : undefined}
          />
        </Dialog>
      )}
    </div>
  );
}
