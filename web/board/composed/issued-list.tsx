// /board/issued/:unit — what was signed off at a unit and below it, the newest first.
import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { type IssuedLine, listIssued } from '../../../schema/api/issued.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { dayWords } from '../../ui/time.ts';
import { Frame } from '../frame.tsx';
import { numberWords } from './said.ts';
import { t } from './signed-words.ts';
import { t as composed } from './words.ts';

export function IssuedList() {
  const { params } = useRoute();
  const unit = params.unit ?? '';
  const read = useLoad(`issued ${unit}`, () => call(listIssued, { params: { unit } }));
  useEffect(() => {
    document.title = t('issued');
  });
  return (
    <Frame demo={false}>
      <div class="stack wide">
        <header class="stack tight">
          <Breadcrumb steps={[{ title: composed('cards'), href: '/board/cards' }, { title: t('issued') }]} />
          <h1>{t('issued')}</h1>
        </header>
        <Loading from={read}>
          {({ issued }) =>
            issued.length === 0 ? <Empty>{t('issuedNone')}</Empty> : <IssuedLines issued={issued} />
          }
        </Loading>
      </div>
    </Frame>
  );
}

export function IssuedLines({ issued }: { issued: readonly IssuedLine[] }) {
  return (
    <ul class="bare stack tight">
      {issued.map((one) => (
        <li key={one.id} class="card stack tight">
          <p>
            <a href={`/i/${one.id}`}>{one.title}</a>
          </p>
          <p class="note">
            {t('issuedLine', {
              number: numberWords(one, one.unit.name),
              signer: one.signer,
              day: dayWords(one.signedAt),
            })}
            {one.correctedBy && ` · ${t('correctedBy', { number: numberWords(one.correctedBy) })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
