// The form with JavaScript: screens, logic and checks as one fills in, the draft on the phone, sending until answered.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Receipt } from '../../../schema/api/fill.ts';
import type { ScriptedFill, Values } from '../../../schema/api/page.ts';
import type { Problem } from '../../../schema/api/problem.ts';
import type { AnswerProblem } from '../../../schema/fields/field.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import { compile, type LiveCounts } from '../../../schema/form/compile.ts';
import { type Chunk, loadChunks } from '../chunks.ts';
import { clockWords, dayWords } from '../dates.ts';
import { controlId } from '../fields/control.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { FactsLine, Keep, Trust } from '../parts/facts.tsx';
import { letterName } from '../parts/letter-code.tsx';
import { QuestionView } from '../parts/question.tsx';
import { Sent } from '../parts/sent.tsx';
import { wrongId } from '../parts/wrong.ts';
import { screensOf } from '../screens.ts';
import { own, readerOf } from '../values.ts';
import { say } from '../words.ts';
import { CheckScreen } from './check-screen.tsx';
import { findDraft, findParcel, findTried, forgetDrafts, keepDraft, keepTried } from './draft.ts';
import { recall } from './memory.ts';
import { keepSent, SentBefore } from './sent-before.tsx';
import { usePlace } from './use-place.ts';
import { useSending } from './use-sending.ts';
import { Waiting } from './waiting.tsx';

type Problems = Readonly<Record<string, AnswerProblem>>;
const checkId = 'check';
/** Milliseconds in which a press is over. */
const pause = 400;

interface Props {
  model: ScriptedFill;
  /** what was filled in before this script was there */
  typed: Values;
  /** by the reader, and not by the link */
  touched: boolean;
  /** the question that the reader was in then, or that has to be put right */
  within?: string | undefined;
  /** addresses of chunks that are loaded once something was sent */
  later: Readonly<Record<string, string>>;
}

/** 120 bits, as schema/ids.ts writes them. Made here: some web-views show a page again that they should not keep. */
const newResponseId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => (byte & 31).toString(32)).join('');

/** What the page starts from: what was typed already, else the draft on this phone, else nothing. */
function startOf({ model, typed, touched }: Props) {
  const { slug, version } = model.facts;
  const tried = model.preview && findTried();
  if (tried) return { ...tried, notice: '', restored: false };
  const found = findDraft(slug, version, Date.now());
  const draft = touched ? undefined : found.draft;
  return {
    values: { ...typed, ...draft?.values },
    // An older version's draft may have been sent under its id; this version gets a new one.
    response: draft && !found.older ? draft.response : newResponseId(),
    notice: !draft
      ? found.expired
        ? say('expired')
        : ''
      : found.older
        ? say('carried')
        : say('restored', { day: dayWords(draft.at, Date.now()), clock: clockWords(draft.at) }),
    restored: draft !== undefined,
  };
}

export function App(props: Props) {
  const { model, within } = props;
  const { facts, definition, unit } = model;
  const { slug, version } = facts;
  const form = useMemo(() => compile(definition), [definition]);
  const [start, setStart] = useState(() => startOf(props));
  const [values, setValues] = useState<Values>(start.values);
  const [problems, setProblems] = useState<Problems>(model.problems);
  const [saved, setSaved] = useState<number | false>();
  const [refusal, setRefusal] = useState<Problem>();
  const [receipt, setReceipt] = useState<Receipt>();
  const [tools, setTools] = useState<Chunk>({});
  const [sure, setSure] = useState(false);
  const [live, setLive] = useState(model.live);

  const read = (given: Values) => form.read(readerOf(given));
  const check = (given: Record<string, unknown>) =>
    form.check(given, { opens: facts.opensAt, seed: start.response, live });
  const answers = read(values);
  const outcome = check(answers);
  const { asked, end } = outcome;
  const screens = screensOf(asked, definition.layout);
  const first = screens[0]?.id ?? checkId;
  const begun = screens.find((one) => one.questions.some((question) => question.id === within));
  const place = usePlace(begun?.id ?? first);
  const index = screens.findIndex((one) => one.questions.some(({ id }) => id === place.at));
  const checking = place.at === checkId || screens.length === 0;
  const screen = checking ? undefined : screens[Math.max(0, index)];
  const position = screen ? screens.indexOf(screen) : screens.length;

  /** Set when a question was opened from the check page: the next step leads back there. */
  const fromCheck = useRef(false);
  /** What takes the focus after the next drawing. */
  const focus = useRef<string | undefined>(undefined);

  const sending = useSending(slug, {
    received(got) {
      setReceipt(got);
      loadChunks(props.later).then(setTools, () => {});
      keepSent(slug, { receipt: got.receipt, at: got.at, until: facts.closesAt });
      history.replaceState({ linli: checkId, depth: 0 }, '', `/r#${got.receipt}`);
      focus.current = 'top';
    },
    refused(problem, parcel) {
      setValues(parcel.values);
      if (problem.code === 'answers-wrong' && problem.problems) {
        const wrong = problem.problems as Problems;
        setProblems(wrong);
        if (problem.live) setLive(problem.live as LiveCounts);
        const at = screens.find((one) => one.questions.some((question) => own(wrong, question.id)));
        if (at) place.instead(at.id);
        focus.current = 'wrong';
        return;
      }
      // Under the old id nothing can arrive any more that differs; the next one is a new response.
      if (problem.code === 'other-answers' || problem.code === 'withdrawn') forgetDrafts(slug);
      setRefusal(problem);
      place.instead(checkId);
      focus.current = 'refused';
    },
  });

  // Something was on its way when the page was closed.
  useEffect(() => {
    const parcel = findParcel(slug);
    if (parcel) sending.start(parcel);
  }, []);

  // The draft follows what is typed, a moment behind, and at once when the page is left.
  const draft = useRef({ values, response: start.response, dirty: false });
  draft.current.values = values;
  draft.current.response = start.response;
  useEffect(() => {
    if (!draft.current.dirty || receipt) return;
    const timer = setTimeout(() => saveDraft(), 400);
    return () => clearTimeout(timer);
  }, [values, receipt]);
  function saveDraft() {
    const { dirty, response } = draft.current;
    if (!dirty) return;
    draft.current.dirty = false;
    const at = Date.now();
    setSaved(keepDraft(slug, version, { response, values: draft.current.values, at }) && at);
  }
  /** for what happens later than it was drawn */
  const latest = useRef({ saveDraft, left });
  latest.current = { saveDraft, left };
  useEffect(() => {
    const gone = () => latest.current.saveDraft();
    window.addEventListener('pagehide', gone);
    document.addEventListener('visibilitychange', gone);
    return () => {
      window.removeEventListener('pagehide', gone);
      document.removeEventListener('visibilitychange', gone);
    };
  }, []);

  // What was found at the start is said on the first screen only.
  const begins = useRef(place.at);
  useEffect(() => {
    if (begins.current !== place.at) setStart((now) => ({ ...now, notice: '' }));
    begins.current = place.at;
  }, [place.at]);

  const letter =
    facts.access === 'anyone'
      ? undefined
      : {
          code: own(values, letterName)?.[0] ?? recall<string>(letterName, 'sessionStorage') ?? '',
          set: (code: string) => set(letterName, [code]),
        };

  const way = sending.progress && say(sending.progress.is === 'sending' ? 'sending' : 'notSent');
  // A new screen begins at its top, and its heading is what a screen reader says.
  const shown = `${receipt ? 'sent' : sending.progress ? 'wait' : checking ? checkId : screen?.id}`;
  // At once: moved a moment later, the focus would leave a field that is being typed in.
  const drawn = useRef(shown);
  useLayoutEffect(() => {
    const wanted = focus.current ?? (drawn.current === shown ? undefined : 'top');
    drawn.current = shown;
    focus.current = undefined;
    // A preview beside what is being written takes no focus from it.
    if (!wanted || (model.preview && !document.hasFocus())) return;
    const target = document.getElementById(wanted);
    target?.focus({ preventScroll: wanted === 'top' });
    if (wanted === 'top') window.scrollTo(0, 0);
    else target?.closest('.question')?.scrollIntoView();
  });
  useLayoutEffect(() => {
    const step = way || (checking ? say('check') : facts.title);
    const wrong = screen?.questions.some((question) => own(problems, question.id)) || refusal;
    document.title = receipt ? say('received') : wrong ? say('errorTitle', { title: step }) : step;
  });

  function set(name: string, filled: readonly string[]) {
    draft.current.dirty = !model.preview;
    // Several fields may be set in one stroke, before anything is drawn again.
    const next = { ...draft.current.values, [name]: filled };
    draft.current.values = next;
    if (model.preview) keepTried({ response: start.response, values: next, at: 0 });
    setValues(next);
    setRefusal(undefined);
    // A complaint goes as soon as it is met, and none comes while one types.
    if (Object.keys(problems).length === 0) return;
    const now = check(read(next)).problems;
    setProblems(Object.fromEntries(Object.entries(problems).filter(([id]) => own(now, id))));
  }

  /** Leaving a field that holds something wrong says so; an empty one may still be filled. */
  function left(id: string) {
    const problem = own(answers, id) === undefined ? undefined : own(outcome.problems, id);
    // A table is complained about once the reader goes on, not between two rows.
    if (problem && problem.code !== 'row-missing' && problem.code !== 'other-text-missing')
      setProblems({ ...problems, [id]: problem });
  }

  function next() {
    const found = outcome.problems;
    const here = (screen?.questions ?? []).filter((question) => own(found, question.id));
    if (here.length > 0) {
      setProblems(found);
      const [only] = here;
      // One question: straight to it. Several: their list first.
      focus.current = here.length > 1 || !only ? 'wrong' : wrongId(only, own(found, only.id), values);
      return;
    }
    setProblems({});
    if (fromCheck.current && Object.keys(found).length === 0) {
      fromCheck.current = false;
      return place.go(checkId);
    }
    place.go(screens[position + 1]?.id ?? checkId);
  }

  function toSend() {
    const wrong = screens.find((one) => one.questions.some((question) => own(outcome.problems, question.id)));
    if (wrong) {
      setProblems(outcome.problems);
      fromCheck.current = true;
      focus.current = 'wrong';
      return place.go(wrong.id);
    }
    if (model.preview) return setStart({ ...start, notice: say('previewEnds') });
    saveDraft();
    sending.start({
      response: start.response,
      body: {
        version,
        unit: unit.id,
        answers: outcome.answers,
        ...(letter?.code && { letter: letter.code }),
      },
      dropped: outcome.dropped,
      values,
      tried: false,
    });
  }

  function startOver() {
    forgetDrafts(slug);
    setStart({ values: model.values, response: newResponseId(), notice: '', restored: false });
    setValues(model.values);
    setProblems({});
    setSure(false);
    place.instead(screensOf(check({}).asked, definition.layout)[0]?.id ?? checkId);
  }

  if (receipt)
    return (
      <Sent
        facts={facts}
        definition={definition}
        end={end}
        receipt={receipt}
        code={model.code}
        now={Date.now()}
        tools={
          tools.ReceiptTools && (
            <tools.ReceiptTools
              receipt={receipt.receipt}
              title={facts.title}
              unit={receipt.unit.name}
              at={receipt.at}
            />
          )
        }
      >
        {tools.Review && <tools.Review questions={asked} answers={outcome.answers} />}
      </Sent>
    );

  const steps = definition.layout === 'steps';
  const here = screen?.questions.filter((question) => fieldOf(question).asks) ?? [];
  const several = here.filter((question) => own(problems, question.id)).length > 1;
  const opening = position === 0 && !checking;
  const state = saveSentence(saved);
  return (
    <>
      <p class={opening ? 'form-title big' : 'form-title'}>{facts.title}</p>
      {opening && (
        <>
          <FactsLine facts={facts} now={Date.now()} />
          {definition.intro && <p class="lines">{definition.intro}</p>}
          <Trust facts={facts} />
          <Keep facts={facts} now={Date.now()} />
          <SentBefore slug={slug} />
        </>
      )}
      {start.notice && !sending.progress && (
        <div class="notice">
          <p role="status">{sure ? say('startOverSure') : start.notice}</p>
          {start.restored && !sure && (
            <button type="button" class="plain" onClick={() => setSure(true)}>
              {say('startOver')}
            </button>
          )}
          {sure && (
            <div class="tools">
              <button type="button" class="danger" onClick={startOver}>
                {say('startOver')}
              </button>
              <button type="button" onClick={() => setSure(false)}>
                {say('keepFilling')}
              </button>
            </div>
          )}
        </div>
      )}
      {sending.progress ? (
        <>
          <h1 class="away" tabIndex={-1} id="top">
            {way}
          </h1>
          <Waiting
            progress={sending.progress}
            again={sending.again}
            takeBack={() => {
              sending.takeBack();
              place.instead(checkId);
            }}
          />
        </>
      ) : screen ? (
        <form
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            next();
          }}
        >
          <h1 class="progress" tabIndex={-1} id="top">
            {say(steps ? 'progress' : 'progressPage', { n: position + 1, of: screens.length })}
          </h1>
          <progress max={screens.length} value={position + 1} aria-hidden="true" />
          {several && (
            <ErrorSummary
              questions={here}
              values={values}
              problems={problems}
              go={(control) => document.getElementById(control)?.focus()}
            />
          )}
          {screen.questions.map((question) => (
            <div
              key={question.id}
              onFocusOut={({ currentTarget }) =>
                // Not at once: the complaint moves what is below it, and whoever pressed there would miss it.
                setTimeout(
                  () => currentTarget.contains(document.activeElement) || latest.current.left(question.id),
                  pause,
                )
              }
            >
              <QuestionView
                question={question}
                values={values}
                set={set}
                problem={own(problems, question.id)}
                answer={own(outcome.answers, question.id)}
                at={model.preview ? undefined : { slug, version, response: start.response }}
                live={live}
                clear={
                  !question.required && own(answers, question.id) !== undefined
                    ? () => {
                        for (const name in values) if (name.split(':')[0] === question.id) set(name, []);
                      }
                    : undefined
                }
              />
            </div>
          ))}
          <button type="submit" class="primary">
            {fromCheck.current
              ? say('backToCheck')
              : position + 1 < screens.length
                ? say(steps ? 'next' : 'nextPage')
                : say('toCheck')}
          </button>
          {position > 0 && (
            <button
              type="button"
              class="plain"
              onClick={() => {
                fromCheck.current = false;
                place.back(screens[position - 1]?.id ?? first);
              }}
            >
              ‹ {say(steps ? 'back' : 'backPage')}
            </button>
          )}
        </form>
      ) : (
        <CheckScreen
          definition={definition}
          outcome={outcome}
          slug={slug}
          refusal={refusal}
          where={`${unit.above} ${unit.name}`.trim()}
          letter={letter}
          send={toSend}
          change={(question) => {
            const at = screens.find((one) => one.questions.includes(question));
            if (!at) return;
            fromCheck.current = true;
            focus.current = controlId(question);
            place.go(at.id);
          }}
          back={() => place.back(screens[screens.length - 1]?.id ?? first)}
        />
      )}
      <p class="save-state" role="status">
        {state}
      </p>
    </>
  );
}

function saveSentence(saved: number | false | undefined): string {
  if (saved === undefined) return '';
  if (saved === false) return say('notSaved');
  return say(navigator.onLine ? 'saved' : 'savedOffline', { clock: clockWords(saved) });
}
