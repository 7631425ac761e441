// A model in, a whole HTML document out. The Worker calls this and knows nothing of Preact.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Facts } from '../../schema/api/fill.ts';
import type { Chunk, Frame, ModelOf, PageModel, ScriptedFacts, ScriptedFill } from '../../schema/api/page.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { chunksNamed, chunksOf } from './chunks-of.ts';
import { untilWords } from './dates.ts';
import { Document } from './document.tsx';
import { BuildingPageView } from './pages/building.tsx';
import { CheckPageView } from './pages/check.tsx';
import { ChoosePageView } from './pages/choose.tsx';
import { FillPageView } from './pages/fill.tsx';
import { FindReceiptPageView } from './pages/find-receipt.tsx';
import { LandingPageView } from './pages/landing.tsx';
import { target } from './pages/plain-target.ts';
import { PrivacyPageView } from './pages/privacy.tsx';
import { ProblemPageView } from './pages/problem.tsx';
import { ReceiptPageView } from './pages/receipt.tsx';
import { ResultPageView, resultTitle } from './pages/result.tsx';
import { SentPageView } from './pages/sent.tsx';
import { StoppedPageView } from './pages/stopped.tsx';
import { correctingWords } from './parts/correcting.tsx';
import { reviewWords } from './parts/review.tsx';
import { Where } from './parts/where.tsx';
import { valuesOf } from './values.ts';
import { formSpeech, partSpeech, speechOf } from './words/speech.ts';
import { say, speak, type Word } from './words.ts';

export function render(model: PageModel): string {
  speak(speechOf(model.language));
  return `<!doctype html>${renderToString(page(model))}`;
}

const factsForScript = ({ kind, phase, care, place, demo, ...rest }: Facts): ScriptedFacts => rest;

/** The model as the page's script needs it. */
const forScript = ({
  page,
  facts,
  definition,
  unit,
  seed,
  values,
  problems,
  live,
  code,
  correction,
  preview,
}: ModelOf<'fill'>): ScriptedFill => ({
  page,
  facts: factsForScript(facts),
  definition,
  unit,
  // A new response's id is made by the script itself.
  seed: correction ? seed : '',
  values,
  problems,
  live,
  code,
  correction,
  preview,
});

function page(model: PageModel): JSX.Element {
  const { now } = model;
  switch (model.page) {
    case 'fill':
      return fillDocument(
        model.stored
          ? { ...model, values: valuesOf(model.definition, model.stored), stored: undefined }
          : model,
      );
    case 'check':
      return (
        <Document
          frame={model}
          title={say(model.stop ? 'errorTitle' : 'check', { title: say('check') })}
          about={model.facts.title}
          facts={model.facts}
          post={{ action: target(model), form: 'form', step: 'check' }}
          where={<Where facts={model.facts} unit={model.unit} />}
        >
          <CheckPageView model={model} />
        </Document>
      );
    case 'choose': {
      const chunks = chunksNamed(['picker'], model.assets.chunks);
      return (
        <Document
          frame={model}
          title={model.facts.title}
          about={`${model.facts.organiser} · ${untilWords(model.facts.closesAt, now)}`}
          facts={model.facts}
          chunks={Object.values(chunks)}
          data={{
            page: 'choose',
            speech: partSpeech(model.language, pickerWords),
            slug: model.facts.slug,
            chunks: addresses(chunks),
          }}
          where={model.facts.place}
        >
          <ChoosePageView model={model} />
        </Document>
      );
    }
    case 'sent': {
      const { facts, receipt } = model;
      return (
        <Document
          frame={model}
          title={say('received')}
          about={facts.title}
          facts={facts}
          {...receiptData(model, facts.title, receipt)}
          post={{ action: '/r', step: 'view', fields: { receipt: receipt.receipt } }}
          where={<Where facts={facts} unit={receipt.unit} />}
        >
          <SentPageView model={model} />
        </Document>
      );
    }
    case 'receipt': {
      const { facts, unit } = model.view;
      return (
        <Document
          frame={model}
          title={model.stop ? say('errorTitle', { title: say('yourReceipt') }) : say('yourReceipt')}
          about={facts.title}
          facts={facts}
          {...receiptData(model, facts.title, model.view, model.view.state === 'withdrawn')}
          post={{
            action: '/r',
            step: model.step === 'ask-withdraw' ? 'ask-withdraw' : 'view',
            fields: { receipt: model.view.receipt },
          }}
          where={<Where facts={facts} unit={unit} />}
        >
          <ReceiptPageView model={model} />
        </Document>
      );
    }
    case 'find-receipt':
      return (
        <Document
          frame={model}
          title={
            model.stop || model.given !== undefined
              ? say('errorTitle', { title: say('findReceipt') })
              : say('findReceipt')
          }
          about={say('findReceiptHelp')}
          post={{ action: '/r', form: 'find-receipt', step: 'view' }}
          data={{ page: 'find-receipt', speech: partSpeech(model.language, []) }}
        >
          <FindReceiptPageView model={model} />
        </Document>
      );
    case 'building':
      return (
        <Document
          frame={model}
          title={model.building.unit.name}
          about={`${model.building.above} ${model.building.unit.name}`}
        >
          <BuildingPageView model={model} />
        </Document>
      );
    case 'stopped':
      return (
        <Document
          frame={model}
          title={model.facts.title}
          about={model.facts.organiser}
          facts={model.facts}
          data={
            model.taken && {
              page: 'stopped',
              speech: partSpeech(model.language, ['sentBefore', 'seeIt']),
              slug: model.facts.slug,
            }
          }
          where={model.facts.place}
        >
          <StoppedPageView model={model} />
        </Document>
      );
    case 'result':
      return (
        <Document
          frame={model}
          title={resultTitle(model)}
          about={model.facts.title}
          facts={model.facts}
          where={model.facts.place}
        >
          <ResultPageView model={model} />
        </Document>
      );
    case 'privacy':
      return (
        <Document
          frame={model}
          title={say('privacyOf')}
          about={model.facts.title}
          facts={model.facts}
          where={model.facts.place}
        >
          <PrivacyPageView model={model} />
        </Document>
      );
    case 'landing':
      return (
        <Document frame={model} title={say('landingTitle')} about={say('landingText')}>
          <LandingPageView />
        </Document>
      );
    case 'problem':
      return (
        <Document frame={model} title={say('problem')} about={model.title || say('codeWrong')}>
          <ProblemPageView model={model} />
        </Document>
      );
  }
}

/** What the page's script loads them by. */
const addresses = (chunks: Readonly<Record<string, Chunk>>) =>
  Object.fromEntries(Object.entries(chunks).map(([name, { js }]) => [name, js]));

const pickerWords: readonly Word[] = ['searching', 'found', 'noUnits', 'moreWords', 'below'];
const receiptWords: readonly Word[] = [
  'copy',
  'copied',
  'copyFailed',
  'picture',
  'pictureHelp',
  'pictureAlt',
  'receipt',
];

/** What the copy and picture buttons need. */
function receiptData(
  { language, assets }: Frame,
  title: string,
  receipt: { receipt: string; at: number; unit: { name: string } },
  gone?: boolean,
) {
  const chunks = chunksNamed(['receipt-tools'], assets.chunks);
  return {
    chunks: Object.values(chunks),
    data: {
      page: 'receipt',
      speech: partSpeech(language, receiptWords),
      title,
      receipt: receipt.receipt,
      at: receipt.at,
      unit: receipt.unit.name,
      gone,
      chunks: addresses(chunks),
    },
  };
}

const isTest = ({ questions }: Definition) => questions.some((one) => 'quiz' in one && one.quiz);

function fillDocument(model: ModelOf<'fill'>): JSX.Element {
  const { facts, now } = model;
  const chunks = {
    ...chunksNamed(model.correction ? ['correction'] : [], model.assets.chunks),
    ...chunksOf(model.definition, model.assets.chunks),
  };
  const wrong = Object.keys(model.problems).length > 0;
  return (
    <Document
      frame={model}
      title={wrong ? say('errorTitle', { title: facts.title }) : facts.title}
      about={`${facts.organiser} · ${untilWords(facts.closesAt, now)} · ${say('minutes', { n: facts.minutes })}`}
      facts={facts}
      post={{ action: target(model), form: 'form', step: wrong ? 'mend' : 'edit' }}
      chunks={Object.values(chunks)}
      data={{
        ...forScript(model),
        speech: formSpeech(model.language, model.definition, [
          ...(model.correction ? correctingWords : []),
          ...(model.preview ? (['previewEnds'] as const) : []),
          ...(facts.liveResult ? (['seeResult'] as const) : []),
          ...(isTest(model.definition) ? reviewWords : []),
        ]),
        chunks: addresses(chunks),
        later: addresses(
          chunksNamed(
            ['receipt-tools', ...(isTest(model.definition) ? ['review'] : [])],
            model.assets.chunks,
          ),
        ),
      }}
      where={<Where facts={facts} unit={model.unit} mayChange={!model.correction && !model.preview} />}
    >
      <FillPageView model={model} />
    </Document>
  );
}
