// What came in, by area, in the order of the administration. It is never sorted by number: who answers fastest is
// nobody's medal.
import { type Campaign, getProgress } from '../../../schema/api/campaigns.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { call } from '../../ui/call.ts';
import { count, perHundred } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { Help } from './help.tsx';
import { progressAddress } from './progress-address.ts';
import { t } from './words.ts';

export const useProgress = (run: string, unit: string) =>
  useLoad(`progress ${run} ${unit}`, () => call(getProgress, { params: { campaign: run, unit } }));

export function ProgressTable(props: { run: Campaign; progress: ReturnType<typeof useProgress> }) {
  const run = props.run.id;
  return (
    <Loading from={props.progress}>
      {(progress) => {
        const { here, above, children, days } = progress;
        // What lies above the reader's own branch can't be opened.
        const top = above.findIndex(({ id }) => id === props.run.board.id);
        const own = top < 0 ? [] : above.slice(top);
        return (
          <div class="stack">
            {own.length > 0 && (
              <Breadcrumb
                label={t('unit')}
                steps={[
                  ...own.map((one) => ({ title: one.name, href: progressAddress(run, one.id) })),
                  { title: here.unit.name },
                ]}
              />
            )}
            {children.length === 0 ? (
              <p class="note">{t('noProgress')}</p>
            ) : (
              <Table
                caption={t('progressOf', { name: here.unit.name })}
                hideCaption
                rows={[...children, here]}
                rowKey={(line) => line.unit.id}
                columns={[
                  {
                    key: 'unit',
                    title: t('unit'),
                    head: true,
                    cell: (line) =>
                      line.drill && line !== here ? (
                        <a href={progressAddress(run, line.unit.id)}>{line.unit.name}</a>
                      ) : (
                        line.unit.name
                      ),
                  },
                  {
                    key: 'n',
                    title: t('ofHouseholds'),
                    number: true,
                    cell: (line) => t('countsOf', { n: count(line.n), households: count(line.households) }),
                  },
                  {
                    key: 'per',
                    title: t('per'),
                    number: true,
                    cell: (line) => perHundred(line.n, line.households) ?? t('unknown'),
                  },
                  { key: 'today', title: t('today'), number: true, cell: (line) => count(line.today) },
                  { key: 'week', title: t('week'), number: true, cell: (line) => count(line.week) },
                  {
                    key: 'silent',
                    title: t('silent'),
                    number: true,
                    cell: (line) =>
                      t('silentWords', { silent: count(line.silent), places: count(line.places) }),
                  },
                ]}
              />
            )}
            {days.length > 0 && (
              <details>
                <summary>{t('days')}</summary>
                <Table
                  caption={t('days')}
                  hideCaption
                  keepTable
                  rows={days}
                  rowKey={(day) => day.day}
                  columns={[
                    { key: 'day', title: t('day'), head: true, cell: (day) => day.day },
                    { key: 'n', title: t('n'), number: true, cell: (day) => count(day.n) },
                  ]}
                />
              </details>
            )}
            {props.run.phase === 'open' && <Help run={props.run} progress={progress} />}
          </div>
        );
      }}
    </Loading>
  );
}
