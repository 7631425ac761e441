// The announced result on the public page of a contest.
import type { getPublicResult } from '../../../schema/api/results.ts';
import { readResult } from '../../../schema/elections/result.ts';
import { useLoad } from '../../ui/load.ts';
import { ResultView } from '../../ui/result-view.tsx';
import { t as words } from '../../ui/words/results.ts';
import { ask } from '../ask.ts';
import { Reading } from '../reading.tsx';

export function Announced(props: { slug: string; contest: string; post: string }) {
  const { slug, contest, post } = props;
  const read = useLoad(`result ${contest}`, () =>
    ask<typeof getPublicResult>(`/api/e/${slug}/contests/${contest}/result`),
  );
  return (
    <Reading from={read}>
      {({ result }) =>
        result && (
          <section aria-label={words('result')}>
            <h2>{words('result')}</h2>
            <ResultView
              result={readResult(result.text)}
              took={result.took}
              office={post}
              sha256={result.sha256}
            />
          </section>
        )
      }
    </Reading>
  );
}
