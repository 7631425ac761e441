// The script of residents' pages. Each page is whole without it; this makes the form one question a screen, keeps
// drafts, sends offline, and adds copy, picture, large type and voice.
import './old-browsers.ts';
import './fill.css';
import { render } from 'preact';
import type { ScriptedFill, Values } from '../../schema/api/page.ts';
import { type Chunk, loadChunks } from './chunks.ts';
import { App } from './live/app.tsx';
import type { ReceiptFacts } from './live/receipt-tools.tsx';
import { forgetSent, SentBefore } from './live/sent-before.tsx';
import { careSwitch, listenSwitch } from './live/switches.ts';
import { own } from './values.ts';
import { type Speech, speak } from './words.ts';

export * from './kit.ts';

type Data = { speech: Speech } & (
  | (ScriptedFill & { chunks: Record<string, string>; later: Record<string, string> })
  | { page: 'choose'; slug: string; chunks: Record<string, string> }
  | ({ page: 'receipt'; gone?: boolean; chunks: Record<string, string> } & ReceiptFacts)
  | { page: 'stopped'; slug: string }
  | { page: 'find-receipt' }
);

const block = document.getElementById('data');
const data = block ? (JSON.parse(block.textContent ?? '') as Data) : undefined;
if (data) speak(data.speech);
careSwitch();
forgetSent(data?.page === 'receipt' && data.gone ? data.receipt : undefined);
if (data?.page === 'fill') {
  listenSwitch();
  // Without its chunks the page stays what it is without JavaScript: a form that can be sent.
  loadChunks(data.chunks).then((parts) => startForm(data, parts));
} else if (data?.page === 'choose') loadChunks(data.chunks).then((parts) => startPicker(data.slug, parts));
else if (data?.page === 'receipt') {
  const tools = document.getElementById('receipt-tools');
  loadChunks(data.chunks).then(({ ReceiptTools }) => {
    if (tools && ReceiptTools) render(<ReceiptTools {...data} />, tools);
  });
} else if (data?.page === 'stopped') {
  const before = document.getElementById('before');
  if (before) render(<SentBefore slug={data.slug} />, before);
} else if (data?.page === 'find-receipt') openFromAddress();

/**
 * What stands in the form already: the server's values, and what was typed while this script was on its way, the reason
 * of a correction with it.
 */
function typedIn(form: HTMLFormElement): Values {
  const values: Record<string, string[]> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value !== 'string' || (name.startsWith('.') && name !== '.reason') || value === '') return;
    values[name] = [...(own(values, name) ?? []), value];
  });
  return values;
}

function startForm(model: ScriptedFill & { later: Record<string, string> }, { CorrectionApp }: Chunk): void {
  const root = document.getElementById('fill');
  const form = root?.querySelector('form');
  if (!root || !form) return;
  const typed = typedIn(form);
  // What is carried along unseen was typed by nobody.
  const touched = Object.keys(typed).some((name) => {
    const control = form.elements.namedItem(name);
    return !(control instanceof HTMLInputElement && control.type === 'hidden');
  });
  const within =
    Object.keys(model.problems)[0] ?? document.activeElement?.getAttribute('name')?.split(':')[0];
  root.textContent = '';
  render(
    CorrectionApp ? (
      <CorrectionApp model={model} typed={typed} />
    ) : (
      <App model={model} typed={typed} touched={touched} within={within} later={model.later} />
    ),
    root,
  );
}

function startPicker(slug: string, { FoundUnits }: Chunk): void {
  const found = document.getElementById('found');
  const input = document.getElementById('search');
  if (!FoundUnits || !found || !(input instanceof HTMLInputElement)) return;
  found.textContent = '';
  render(<FoundUnits slug={slug} input={input} />, found);
}

/** `/r#NUMBER`: the number is taken out of the address and sent in a body, so that going back does not send again. */
function openFromAddress(): void {
  const receipt = decodeURIComponent(location.hash.slice(1));
  const form = document.getElementById('find-receipt');
  const field = document.getElementById('receipt');
  if (!receipt || !(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) return;
  history.replaceState(null, '', '/r');
  field.value = receipt;
  form.submit();
}
