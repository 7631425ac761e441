// What a letter or a link opens: by the code in the address at once, or by one that is typed. What was typed stays, and one that
// is too short or too long is told before it is sent.
import { useEffect, useState } from 'preact/hooks';
import { normalizeCode } from '../../schema/ids.ts';
import { useAct } from '../ui/load.ts';
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

interface Opening {
  /** the code: what stands in the field at first, and what opened it */
  secret: string;
  busy: boolean;
  /** why the last code opened nothing */
  problem: string;
  open: (code: string) => Promise<void>;
}

export function useOpened<T>(read: (code: string) => Promise<T>): Opening & { opened: T | undefined } {
  const [secret, setSecret] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [opened, setOpened] = useState<T>();
  const { busy, problem, act } = useAct();
  const open = (code: string) =>
    act(async () => {
      const told = await read(code);
      setSecret(code);
      setOpened(told);
    });
  useEffect(() => {
    if (secret !== '') void open(secret);
  }, []);
  return { secret, busy, problem, open, opened };
}

/** `reading`: what is being read, while it is. */
export function TypeCode(props: Opening & { title: string; reading: string }) {
  const [typed, setTyped] = useState(props.secret);
  const [wrong, setWrong] = useState('');
  if (props.busy) return <WaitingLine what={props.reading} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const n = normalizeCode(typed).length;
        setWrong(n === length ? '' : t(n < length ? 'short' : 'long', { n }));
        if (n === length) void props.open(typed.trim());
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
