// The residents' page inside the form page. A newer one loads behind the one that is seen and takes its place when it is
// there, on the screen and with the type that the old one had, so that nothing flickers while one writes.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from './words.ts';

/** What the residents' page keeps of where its reader is (web/fill/live/use-place.ts). */
const screenOf = (frame: Window): string | undefined => {
  const state: unknown = frame.history.state;
  const screen = typeof state === 'object' && state !== null ? Reflect.get(state, 'linli') : undefined;
  return typeof screen === 'string' ? screen : undefined;
};

/** Milliseconds until a page that was led elsewhere has drawn itself. */
const drawn = 200;
/** Pixels above a question that is led to. */
const margin = 8;

/** Leads the page inside to the screen of a question: again once it is drawn, as it may not have listened yet. */
function lead(element: HTMLIFrameElement, question: string): void {
  const frame = element.contentWindow;
  if (!frame) return;
  frame.history.replaceState({ linli: question, depth: 0 }, '');
  const say = () => frame.dispatchEvent(new PopStateEvent('popstate'));
  say();
  setTimeout(say, drawn);
}

export interface Shown {
  care: boolean;
  /** the question to look at; `n` tells one wish from the next */
  wish: { question: string; n: number } | undefined;
}

export function PhoneFrames(
  props: Shown & { address: string; onMissed: (question: string | undefined) => void },
) {
  const { address, care, wish, onMissed } = props;
  const [seen, setSeen] = useState(address);
  const frames = useRef(new Map<string, HTMLIFrameElement>());
  const ready = useRef(new Set<string>());
  /** that is wished for and was not found yet: the newer page may have it */
  const missing = useRef<string | undefined>(undefined);
  const timer = useRef(0);
  const large = (element: HTMLIFrameElement | undefined) =>
    element?.contentDocument?.documentElement?.classList.toggle('care', care);
  useEffect(() => {
    large(frames.current.get(seen));
  }, [care, seen]);
  /** Leads there and looks whether it shows. Scrolls the page inside alone: what scrolls itself into view scrolls this page too. */
  const fulfil = (element: HTMLIFrameElement, question: string) => {
    missing.current = question;
    lead(element, question);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const selector = `[id^="q-${CSS.escape(question)}"]`;
      const found = element.contentDocument?.querySelector(selector)?.closest('.question');
      const frame = element.contentWindow;
      if (found && frame) frame.scrollTo(0, frame.scrollY + found.getBoundingClientRect().top - margin);
      if (found) missing.current = undefined;
      onMissed(found ? undefined : question);
    }, 2 * drawn);
  };
  useEffect(() => {
    const element = frames.current.get(seen);
    if (!wish || !element || !ready.current.has(seen)) return;
    fulfil(element, wish.question);
    return () => window.clearTimeout(timer.current);
  }, [wish?.n]);
  const loaded = (of: string) => {
    const element = frames.current.get(of);
    const old = of === seen ? undefined : frames.current.get(seen)?.contentWindow;
    ready.current.add(of);
    large(element);
    const screen = old && screenOf(old);
    // What was wished for before there was a page, or before the page had it.
    if (element && wish && (!old || missing.current === wish.question)) fulfil(element, wish.question);
    else if (element && screen) lead(element, screen);
    if (of !== address) return;
    setTimeout(() => {
      if (old) element?.contentWindow?.scrollTo(0, old.scrollY);
      setSeen(of);
    }, drawn);
  };
  return (
    <div class="phone-frames">
      {[...new Set([seen, address])].map((of) => (
        <iframe
          key={of}
          ref={(frame) => {
            if (frame) frames.current.set(of, frame);
            else frames.current.delete(of);
          }}
          class={`phone-preview${of === seen ? '' : ' behind'}`}
          title={t('previewTitle')}
          aria-hidden={of === seen ? undefined : 'true'}
          src={of}
          onLoad={() => loaded(of)}
        />
      ))}
    </div>
  );
}
