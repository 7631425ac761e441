// The count sheet 唱票计票表: how to sort, a row for each person with room for strokes, figures in the order in which they are
// entered afterwards.
import { Paper, placeOf, type SheetProps, Signs } from './paper.tsx';
import { t } from './words.ts';

export function TallySheet({ election, of, pack }: SheetProps) {
  const { seats, candidates } = of;
  const each = pack.ballot.style === 'each';
  const writing = pack.writeIns.allowed && of.kind !== 'runOff';
  const cell = `strokes-cell${candidates.length > 4 ? ' low' : ''}`;
  const names = [
    ...candidates.map(({ id, name }) => ({ id, name })),
    ...(writing ? [1, 2, 3].map((at) => ({ id: `other${at}`, name: '' })) : []),
  ];
  return (
    <Paper
      title={t('tallyTitle', { name: placeOf(of), post: election.post })}
      foot={
        <footer class="paper-last small">
          <p>{t('tallyTwice')}</p>
          <Signs words={t('signCounted')} />
        </footer>
      }
    >
      <p class="flush small">{t('tallyBox')}</p>
      <p class="flush small">{t('tallyHow', { seats })}</p>
      <table class="paper-table">
        <tbody>
          <tr>
            {(['issued', 'collected', 'over', 'spoilt', 'blank'] as const).map((key) => (
              <th key={key}>{t(key)}</th>
            ))}
          </tr>
          <tr>
            {[1, 2, 3, 4, 5].map((at) => (
              <td key={at} class="figures-empty" />
            ))}
          </tr>
        </tbody>
      </table>
      <table class="paper-table">
        <thead>
          <tr>
            <th class="paper-name">{t('name')}</th>
            <th>{t(each ? 'strokesFor' : 'strokes')}</th>
            <th class="paper-total">{t('total')}</th>
            {each && (
              <>
                <th>{t('strokesAgainst')}</th>
                <th class="paper-total">{t('total')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {names.map(({ id, name }) => (
            <tr key={id}>
              <td class={cell}>{name === '' ? <small>{t('writeIn')}：</small> : name}</td>
              <td />
              <td />
              {each && (
                <>
                  <td />
                  <td />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
