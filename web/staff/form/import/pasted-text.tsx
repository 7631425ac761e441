// The pasted text in a plain field, with what became of each line beside it, and ways to give a place to what has none.
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Definition } from '../../../../schema/form/definition.ts';
import { type Conversion, converted, edited, isWhole } from '../../../../schema/form/text/convert.ts';
import { readText } from '../../../../schema/form/text/read-text.ts';
import { type Recasting, recast, recastingsOf } from '../../../../schema/form/text/recast.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { numbersOf } from '../numbering.ts';
import { typeInto, undoIn } from './edit-field.ts';
import { keptFates, linesIn } from './kept-fates.ts';
import { FateLegend, type LineAt, LineBar } from './line-bar.tsx';
import { LineMarks } from './line-marks.tsx';
import { selectLine } from './lines-of-field.ts';
import { skipWords } from './skip-words.ts';
import type { ReadOf } from './use-reading.ts';
import { example, t } from './words.ts';

const noLines: readonly string[] = [];

export function PastedText(props: {
  id: string;
  text: string;
  onInput: (text: string) => void;
  read: ReadOf | undefined;
  definition: Definition | undefined;
  /** line of the caret, from 1 */
  line: number | undefined;
  onLine: (line: number) => void;
  onQuestion: (question: number) => void;
}) {
  const { id, text, read, definition } = props;
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  const hold = useCallback((box: HTMLElement | null) => setField(box?.querySelector('textarea') ?? null), []);
  // A press that changed nothing, and what it was about.
  const [refused, setRefused] = useState<{ line: number; text: string; why: string }>();
  const [changed, setChanged] = useState(false);
  const lines = useMemo(() => linesIn(text), [text]);
  const readLines = useMemo(() => (read ? linesIn(read.text) : noLines), [read]);
  const fates = useMemo(
    () => keptFates(read?.reading.fates ?? [], readLines, lines),
    [read, readLines, lines],
  );
  const numbers = useMemo(() => definition && numbersOf(definition), [definition]);
  const look = () => {
    if (!field) return;
    props.onLine(linesIn(field.value.slice(0, field.selectionStart)).length);
  };
  const at = lineAt(props.line, lines, fates, read, definition);
  const question = at?.fate?.question;
  const convert = (as: Conversion) => {
    if (!field || !at) return;
    const pressed = document.activeElement;
    const now = field.value;
    const reading = readText(now);
    const piece = reading.unplaced.find((one) => one.line === at.line);
    const edit = piece && converted(now, reading, piece, as);
    if (!edit) return setRefused({ line: at.line, text: now, why: t(`refused-${as}`) });
    typeInto(field, edit);
    setChanged(true);
    // On to the next one, so that the same press again does the same to it.
    const left = readText(edited(now, edit)).unplaced;
    const next = left.find((one) => one.line >= at.line) ?? left[0];
    const line = next?.line ?? linesIn(now.slice(0, edit.from)).length;
    selectLine(field, line);
    props.onLine(line);
    if (pressed instanceof HTMLElement && next) pressed.focus();
  };
  const remake = (as: Recasting) => {
    if (!field || !at) return;
    const now = field.value;
    const edit = recast(now, readText(now), at.line, as);
    if (!edit) return setRefused({ line: at.line, text: now, why: t(`refused-${as}`) });
    typeInto(field, edit);
    setChanged(true);
    // To the words, wherever they stand now.
    selectLine(field, edit.at);
    props.onLine(edit.at);
  };
  const undo = () => {
    if (!field) return;
    undoIn(field);
    look();
  };
  return (
    <div class="stack tight">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the caret is the field's, whose events come up here */}
      <div class="marked-text" ref={hold} onSelect={look} onKeyUp={look} onClick={look}>
        {field && <LineMarks field={field} lines={lines} fates={fates} current={props.line} />}
        <TextField
          id={id}
          label={t('text')}
          lines={18}
          placeholder={example}
          value={text}
          onInput={(next) => {
            props.onInput(next);
            look();
          }}
        />
      </div>
      {text !== '' && (
        <>
          <LineBar
            at={at}
            number={
              question === undefined ? undefined : numbers?.get(definition?.questions[question]?.id ?? '')
            }
            refused={refused && refused.line === at?.line && refused.text === text ? refused.why : ''}
            onConvert={convert}
            onRecast={remake}
            onUndo={changed ? undo : undefined}
            onQuestion={() => question !== undefined && props.onQuestion(question)}
          />
          <FateLegend />
        </>
      )}
    </div>
  );
}

function lineAt(
  line: number | undefined,
  lines: readonly string[],
  fates: ReturnType<typeof keptFates>,
  read: ReadOf | undefined,
  definition: Definition | undefined,
): LineAt | undefined {
  const words = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || words === undefined) return undefined;
  const fate = fates[line - 1];
  const pieces =
    fate?.fate === 'unplaced' && read
      ? // Read again after a change of the text, it stands at the same line, or does in a moment.
        read.reading.unplaced.filter((one) => one.line === line)
      : [];
  const skips = fate && read ? read.reading.skips.filter((skip) => skip.line === line) : [];
  return {
    line,
    words,
    fate,
    lost: pieces.map(({ text }) => text),
    whole: read !== undefined && pieces.length === 1 && pieces.every((one) => isWhole(read.text, one)),
    others: fate && read && pieces.length === 0 ? recastingsOf(read.text, read.reading, line) : [],
    skips: definition ? skipWords(skips, definition) : [],
  };
}
