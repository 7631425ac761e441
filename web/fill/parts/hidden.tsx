// What a plain form carries along unseen. Names of our own begin with a dot, which no question id has.
import type { Values } from '../../../schema/api/page.ts';

interface Props {
  fields?: Readonly<Record<string, string | number | undefined>>;
  /** everything that was filled in, from one step of the plain form to the next */
  values?: Values;
}

export function Hidden({ fields = {}, values = {} }: Props) {
  return (
    <>
      {Object.entries(fields).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={`.${name}`} value={value} />,
      )}
      {Object.entries(values).flatMap(([name, several]) =>
        several.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
    </>
  );
}
