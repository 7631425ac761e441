// What changed from one version to another, as a list to read before publishing, or later.
import { getVersion } from '../../../schema/api/forms.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { diff } from '../../../schema/form/diff.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { changeSentences, changeWord } from './change-words.ts';

export const ChangeList = ({ sentences }: { sentences: readonly string[] }) => (
  <ul class="changes">
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

function Changes({ before, after }: { before: Definition; after: Definition }) {
  const sentences = changeSentences(diff(before, after), before, after);
  if (sentences.length === 0) return <p class="note">{changeWord('nothing')}</p>;
  return (
    <>
      <ChangeList sentences={sentences} />
      <p class="note">{changeWord('newerCounts')}</p>
    </>
  );
}

const read = async (form: string, number: number) =>
  (await call(getVersion, { params: { form, number } })).definition;

/** Compared with a published version; the newer one is a draft in hand or published too. */
export function ChangesSince(props: { form: string; version: number; after: Definition | number }) {
  const { form, version, after } = props;
  const loaded = useLoad(
    `changes ${form} ${version} ${typeof after === 'number' ? after : ''}`,
    async () => ({
      before: await read(form, version),
      newer: typeof after === 'number' ? await read(form, after) : undefined,
    }),
  );
  return (
    <Loading from={loaded} what={changeWord('changesTitle')}>
      {({ before, newer }) => {
        const to = newer ?? after;
        return typeof to === 'number' ? null : <Changes before={before} after={to} />;
      }}
    </Loading>
  );
}
