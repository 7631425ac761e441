// The code of a letter or link, typed: what was typed stays, and one that is too short or too long is told before it is sent.
import { useState } from 'preact/hooks';
import { normalizeCode } from '../../schema/ids.ts';
import { WaitingLine } from '../ui/waiting-line.tsx';
import { dictionary } from '../ui/words/dictionary.ts';

const t = dictionary(
  {
    label: '请输入信上的字母和数字',
    hint: '一共七组，每组四个，大小写都可以。',
    short: '一共 28 个字母和数字，您输入了 {n} 个。请对着信补全。',
    long: '一共 28 个字母和数字，您输入了 {n} 个，多了。请对着信看一遍。',
    open: '打开',
  },
  {
    label: 'Type the letters and digits of your letter',
    hint: 'Seven groups of four; capitals or not.',
    short: 'The code has 28 letters and digits, you typed {n}. Add what is missing.',
    long: 'The code has 28 letters and digits, you typed {n}, which is too many. Look at the letter again.',
    open: 'Open',
  },
);

const length = 28;

export function TypeCode(props: {
  title: string;
  /** what stands in the field at first */
  code: string;
  /** what is being read, while it is */
  busy: string | false;
  /** why the last code opened nothing */
  problem: string;
  onOpen: (code: string) => void;
}) {
  const [typed, setTyped] = useState(props.code);
  const [wrong, setWrong] = useState('');
  if (props.busy) return <WaitingLine what={props.busy} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const n = normalizeCode(typed).length;
        setWrong(n === length ? '' : t(n < length ? 'short' : 'long', { n }));
        if (n === length) props.onOpen(typed.trim());
      }}
    >
      <h1>{props.title}</h1>
      {(wrong || props.problem) && (
        <p class="notice late" role="alert">
          <span aria-hidden="true">▲ </span>
          {wrong || props.problem}
        </p>
      )}
      <label for="code">{t('label')}</label>
      <p class="hint" id="code-hint">
        {t('hint')}
      </p>
      <input
        id="code"
        class="code"
        value={typed}
        maxLength={60}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="code-hint"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="primary">
        {t('open')}
      </button>
    </form>
  );
}
