// What is set, at a glance: one short sentence each.
export const Says = ({ list }: { list: readonly string[] }) =>
  list.length > 0 && (
    <span class="says-list">
      {list.map((sentence) => (
        <span key={sentence} class="note says">
          {sentence}
        </span>
      ))}
    </span>
  );
