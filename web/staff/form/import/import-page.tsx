// A form out of a pasted text or a file: the text on one side, what was recognised on the other as one types.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createForm } from '../../../../schema/api/forms.ts';
import { fieldOf } from '../../../../schema/fields/registry.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { useAct } from '../../../ui/load.ts';
import { Select } from '../../../ui/select.tsx';
import { formKindWord } from '../../../ui/words/kinds.ts';
import { t as home } from '../../home/words.ts';
import { Page } from '../../page.tsx';
import { editorBranches, useSession } from '../../session.ts';
import { t as staff } from '../../words.ts';
import { FileChoice } from './file-choice.tsx';
import { Found, showQuestion } from './found.tsx';
import { selectLine } from './lines-of-field.ts';
import { LostList } from './lost-list.tsx';
import { PastedText } from './pasted-text.tsx';
import type { FileReading } from './readers.ts';
import { UnplacedList, unplacedId } from './unplaced-list.tsx';
import { useReading } from './use-reading.ts';
import { example, t } from './words.ts';

const fieldId = 'import-text';
const kinds = ['survey', 'evaluation'] as const;
type Kind = (typeof kinds)[number];

export function ImportPage() {
  const { me } = useSession();
  const { query, route } = useLocation();
  const branches = editorBranches(me);
  const branch = branches.find(({ id }) => id === query.unit) ?? branches[0];
  const [kind, setKind] = useState<Kind>('survey');
  const [text, setText] = useState('');
  const [line, setLine] = useState<number>();
  const [file, setFile] = useState<{ name: string; reading: FileReading }>();
  const ofFile = file && !('text' in file.reading) ? file.reading : undefined;
  const { made, choose, latest } = useReading(text, ofFile);
  const { busy, problem, act } = useAct();
  const steps = [
    { title: staff('home'), href: '/staff/' },
    { title: home('newTitle'), href: '/staff/new' },
    { title: t('title') },
  ];
  if (!branch)
    return (
      <Page title={t('title')} steps={steps}>
        <Banner>{home('cannot')}</Banner>
      </Page>
    );
  const create = () =>
    act(async () => {
      const definition = latest();
      if (!definition) return;
      const form = await call(createForm, { params: { unit: branch.id }, body: { kind, definition } });
      route(`/staff/forms/${form.id}`);
    });
  const open = (name: string, reading: FileReading) => {
    if ('text' in reading) setText(reading.text);
    setFile({ name, reading });
  };
  const select = (line: number) => {
    const field = document.getElementById(fieldId);
    if (field instanceof HTMLTextAreaElement) selectLine(field, line);
  };
  const ofText = made?.ofText?.reading;
  const asked = made?.definition.questions.filter((question) => fieldOf(question).asks).length ?? 0;
  return (
    <Page title={t('title')} steps={steps} facts={t('facts', { unit: branch.name })}>
      <p class="import-intro">{t('intro')}</p>
      <div class="import">
        <div class="stack">
          {file && ofFile ? (
            <div class="card stack tight">
              <p>{t('fileRead', { name: file.name })}</p>
              <div>
                <Button kind="outlined" onClick={() => setFile(undefined)}>
                  {t('fileAway')}
                </Button>
              </div>
            </div>
          ) : (
            <PastedText
              id={fieldId}
              text={text}
              onInput={setText}
              read={made?.ofText}
              definition={made?.definition}
              line={line}
              onLine={(next) => {
                setLine(next);
                const question = ofText?.fates[next - 1]?.question;
                if (next !== line && question !== undefined) showQuestion(question, false);
              }}
              onQuestion={(question) => showQuestion(question, true)}
            />
          )}
          {!ofFile && text === '' && (
            <div>
              <Button small onClick={() => setText(example)}>
                {t('example')}
              </Button>
            </div>
          )}
          <FileChoice onRead={open} />
          {file && 'text' in file.reading && file.reading.lost && (
            <LostList name={file.name} lost={file.reading.lost} />
          )}
          {made && (
            <UnplacedList
              list={made.reading.unplaced}
              onLine={ofFile ? undefined : select}
              lines={ofFile?.lines !== 'none'}
            />
          )}
        </div>
        <section class="stack" aria-label={t('preview')}>
          <div class="line apart">
            <div role="status">
              <h2>{made ? t('found', { n: asked }) : t('preview')}</h2>
            </div>
            {made && made.definition.questions.length > 0 && (
              <Button kind="primary" busy={busy} onClick={create}>
                {t('create', { n: asked })}
              </Button>
            )}
          </div>
          {made && made.definition.questions.length > 0 && made.reading.unplaced.length > 0 && (
            // Said where the form is made of the rest: the list itself may be out of sight.
            <a href={`#${unplacedId}`}>▲ {t('unplaced', { n: made.reading.unplaced.length })}</a>
          )}
          {made && made.definition.questions.length > 0 && (
            <Select
              label={t('kind')}
              value={kind}
              onChange={setKind}
              options={kinds.map((one) => ({ value: one, label: formKindWord(one) }))}
            />
          )}
          {problem && <Banner kind="warn">{problem}</Banner>}
          {!made && <p class="note">{t('none')}</p>}
          {made && made.definition.questions.length === 0 && <p>{t('noneYet')}</p>}
          {made && (
            <Found
              definition={made.definition}
              read={made.reading.definition}
              skips={ofText?.skips ?? []}
              onType={choose}
              chosen={ofText?.fates[(line ?? 0) - 1]?.question}
              onChoose={ofText && ((question) => select(ofText.starts[question] ?? 1))}
            />
          )}
        </section>
      </div>
    </Page>
  );
}
