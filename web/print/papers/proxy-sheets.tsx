// Proxies on paper: the form, two on a sheet of A4, and the list that is posted.
import { dayAfter } from '../../../schema/elections/days.ts';
import { doorWords } from './notices.tsx';
import { chunked, dayOf, Foot, Paper, placeOf, type SheetProps, Signs } from './paper.tsx';
import { t } from './words.ts';

const listed = 14;

export function ProxySheets(props: SheetProps) {
  const { election, of, pack } = props;
  if (!pack.proxies) return null;
  const name = placeOf(of);
  const by = dayOf(dayAfter(of.days.vote, -(pack.proxies.publishDays ?? 0)));
  return (
    <>
      <article class="sheet ballots">
        <ProxyForm {...props} limit={pack.proxies.limit} applyDays={pack.proxies.applyDays ?? 0} />
        <ProxyForm {...props} limit={pack.proxies.limit} applyDays={pack.proxies.applyDays ?? 0} />
      </article>
      {chunked(of.proxies, listed).map((list, at) => (
        <Paper
          key={`${list[0]?.stairwell} ${list[0]?.door}`}
          title={t('proxyListTitle', { name })}
          page={at + 1}
          foot={<Foot election={election} of={of} day={by} notes={[]} />}
        >
          <p>{t('proxyListFirst', { phone: election.phone })}</p>
          <table class="paper-table tight">
            <thead>
              <tr>
                <th>{t('principal')}</th>
                <th>{t('holder')}</th>
                <th>{t('relation')}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((one) => (
                <tr key={`${one.stairwell} ${one.door} ${one.name}`}>
                  <td>
                    {doorWords(one)} {one.name}
                  </td>
                  <td>
                    {doorWords({ stairwell: one.holderStairwell, door: one.holderDoor })} {one.holderName}
                  </td>
                  <td>{one.relation}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Paper>
      ))}
    </>
  );
}

function ProxyForm({ election, of, limit, applyDays }: SheetProps & { limit: number; applyDays: number }) {
  return (
    <section class="ballot proxy">
      <h2>{t('proxyTitle')}</h2>
      <p>{t('proxyBody', { day: dayOf(of.days.vote), name: placeOf(of), post: election.post })}</p>
      <p>{t('proxyWish')}</p>
      <p class="ballot-void">
        {t('proxyRules', {
          limit,
          organiser: election.organiser,
          day: dayOf(dayAfter(of.days.vote, -applyDays)),
        })}
      </p>
      <footer class="ballot-foot">
        <Signs words={t('proxySign')} />
      </footer>
    </section>
  );
}
