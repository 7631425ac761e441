// The sheets of a posted roll: the notice, and the doors in two columns, with names as a wall may show them.
import type { Entry } from '../../schema/api/rolls.ts';
import { showCheck } from '../../schema/elections/result.ts';
import { showArea } from '../../schema/rolls/area.ts';
import { postedName } from '../../schema/rolls/heads.ts';
import { lastToObject } from '../../schema/rolls/objections.ts';
import type { RollKind } from '../../schema/rolls/rows.ts';
import { count } from '../ui/figures.ts';
import { dayWords } from '../ui/time.ts';
import type { LettersFrom } from './letters-page.tsx';
import { doorsOnSheet } from './papers/notices.tsx';
import { chunked, Paper } from './papers/paper.tsx';
import { t } from './posted-words.ts';

/** Owners take more lines: several of a name, and an area. */
const ownersOnSheet = 44;
const onSheet = (kind: RollKind) => (kind === 'owner' ? ownersOnSheet : doorsOnSheet);

export const sheetsOfDoors = (kind: RollKind, entries: readonly Entry[]) => chunked(entries, onSheet(kind));

export function PostedNotice({ from }: { from: LettersFrom }) {
  const { roll, units, owners } = from.view;
  const kind = t(`kind-${roll.kind}`);
  const area = units.reduce((sum, unit) => sum + unit.area, 0);
  const { postedAt } = roll;
  return (
    <Paper
      page={1}
      title={t('heading', { place: roll.unit.name, kind })}
      foot={
        <footer class="paper-foot">
          <div class="paper-notes">
            {from.phone !== '' && <p>{t('asks', { phone: from.phone })}</p>}
            {roll.sha256 !== null && <p>{t('check', { code: showCheck(roll.sha256) })}</p>}
          </div>
          <div class="paper-seal">
            <p>{from.organiser}</p>
            <p>{postedAt === null ? t('blankDay') : dayWords(postedAt, 0)}</p>
          </div>
        </footer>
      }
    >
      <p>{t('first', { kind, n: t(`standing-${roll.kind}`, { n: count(roll.entries) }) })}</p>
      {owners && <p>{t('owners', { area: showArea(area), heads: count(owners.heads) })}</p>}
      <p>{postedAt === null ? t('untilFive') : t('until', { day: dayWords(lastToObject(postedAt), 0) })}</p>
      {roll.kind !== 'person' && <p>{t('onlyFirst')}</p>}
    </Paper>
  );
}

/** Who bought a unit that was not handed over is on the roll, and is not its owner yet. */
function nameOf(kind: RollKind, { name, developer, holding }: Entry): string {
  if (kind === 'person') return name;
  return developer || holding !== 'sold' ? t('developer') : postedName(name);
}

export function PostedDoors(props: {
  kind: RollKind;
  name: string;
  list: readonly Entry[];
  again: boolean;
  page: number;
}) {
  const { kind, list } = props;
  return (
    <Paper page={props.page}>
      <h3 class="paper-annex">
        {t('annex', { name: props.name })}
        {props.again && t('continued')}
      </h3>
      <div class="paper-columns">
        {chunked(list, onSheet(kind) / 2).map((column) => (
          <table key={column[0]?.id} class="paper-table">
            <thead>
              <tr>
                <th>{t('door')}</th>
                <th>{t(`who-${kind}`)}</th>
                {kind === 'owner' && <th>{t('area')}</th>}
              </tr>
            </thead>
            <tbody>
              {column.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    {entry.stairwell === ''
                      ? entry.door
                      : t('doorOf', { stairwell: entry.stairwell, door: entry.door })}
                  </td>
                  <td>{nameOf(kind, entry)}</td>
                  {kind === 'owner' && <td>{entry.area === null ? '' : showArea(entry.area)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Paper>
  );
}
