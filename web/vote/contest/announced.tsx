// The announced result on the public page of a contest.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { getPublicResult } from '../../../schema/api/results.ts';
import { readResult } from '../../../schema/elections/result.ts';
import { ResultView } from '../../ui/result-view.tsx';
import { t } from '../../ui/words/results.ts';

type Announcement = NonNullable<Output<typeof getPublicResult>['result']>;

export function Announced({ result, post }: { result: Announcement; post: string }) {
  return (
    <section aria-label={t('result')}>
      <h2>{t('result')}</h2>
      <ResultView result={readResult(result.text)} took={result.took} office={post} sha256={result.sha256} />
    </section>
  );
}
