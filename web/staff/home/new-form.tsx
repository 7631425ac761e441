// What can be started: a form, an election, a vote of owners. Then the ways to a form: from a template, out of a text or a
// file, like an earlier one, or from a blank sheet.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createForm } from '../../../schema/api/forms.ts';
import { presetKinds } from '../../../schema/evaluations/presets.ts';
import { blankTitle } from '../../../schema/form/placeholders.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { t as elect } from '../elections/words.ts';
import { t as rate } from '../evaluations/brief-words.ts';
import { Page } from '../page.tsx';
import { editorBranches, useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { copyForm } from './copy-form.ts';
import { EarlierForms } from './earlier-forms.tsx';
import { type Start, TemplateChooser } from './template-chooser.tsx';
import { t } from './words.ts';

const kinds = ['survey', 'evaluation'] as const;
type Kind = (typeof kinds)[number];

const blank = (kind: Kind): Start => ({
  kind,
  listed: true,
  definition: { title: blankTitle, layout: 'steps', questions: [] },
});

const ways = ['fromTemplate', 'paste', 'earlier', 'blank'] as const;
const elections = ['sealed', 'spot', 'nominations'] as const;

export function NewForm() {
  const { me } = useSession();
  const { route } = useLocation();
  const branches = editorBranches(me);
  const [kind, setKind] = useState<Kind>('survey');
  const [unit, setUnit] = useState(branches[0]?.id ?? '');
  const { busy, problem, act } = useAct();
  const make = ({ kind: formKind, definition, listed }: Start) =>
    act(async () => {
      const form = await call(createForm, { params: { unit }, body: { kind: formKind, definition, listed } });
      route(`/staff/forms/${form.id}`);
    });
  const steps = [{ title: staff('home'), href: '/staff/' }, { title: t('newTitle') }];
  if (branches.length === 0)
    return (
      <Page title={t('newTitle')} steps={steps}>
        <Banner>{t('cannot')}</Banner>
      </Page>
    );
  return (
    <Page title={t('newTitle')} steps={steps}>
      {problem && <Banner kind="warn">{problem}</Banner>}
      {branches.length > 1 && (
        <Select
          label={t('where2')}
          value={unit}
          onChange={setUnit}
          options={branches.map((branch) => ({ value: branch.id, label: branch.name }))}
        />
      )}
      <div class="run-cards new-works">
        <section class="card stack tight">
          <h2>{t('form')}</h2>
          <p class="note">{t('formNote')}</p>
          <Ways links={ways.map((way) => ({ title: t(way), href: `#${way}` }))} />
        </section>
        <section class="card stack tight">
          <h2>{rate('title')}</h2>
          <p class="note">{rate('newNote')}</p>
          <Ways
            links={presetKinds.map((preset) => ({
              title: rate(`preset-${preset}`),
              href: `/staff/new/evaluation?preset=${preset}`,
            }))}
          />
        </section>
        <section class="card stack tight" id="election">
          <h2>{t('election')}</h2>
          <p class="note">{t('electionNote')}</p>
          <Ways
            links={elections.map((preset) => ({
              title: elect(`preset-${preset}`),
              href: `/staff/new/election?preset=${preset}`,
            }))}
          />
        </section>
        <section class="card stack tight">
          <h2>{staff('ownerVotes')}</h2>
          <p class="note">{t('ownerVoteNote')}</p>
          <Ways links={[{ title: t('useOwnerVote'), href: '/staff/owner-votes?new' }]} />
        </section>
      </div>
      <section class="stack" id="fromTemplate">
        <h2>{t('fromTemplate')}</h2>
        <TemplateChooser unit={unit} busy={busy} onUse={make} />
      </section>
      <section class="stack tight" id="paste">
        <h2>{t('paste')}</h2>
        <p>{t('pasteNote')}</p>
        <div>
          <LinkButton kind="outlined" href={`/staff/new/import?unit=${unit}`}>
            {t('usePaste')}
          </LinkButton>
        </div>
      </section>
      <section class="stack tight" id="earlier">
        <h2>{t('earlier')}</h2>
        <p>{t('earlierNote')}</p>
        <EarlierForms
          busy={busy}
          onCopy={(form) => act(async () => route(`/staff/forms/${await copyForm(form, unit)}`))}
        />
      </section>
      <section class="sheet" id="blank">
        <h2>{t('blank')}</h2>
        <ChoiceGroup legend={t('what')} across>
          {kinds.map((one) => (
            <Choice
              key={one}
              kind="radio"
              name="kind"
              checked={kind === one}
              onChange={() => setKind(one)}
              label={t(one)}
              note={t(`${one}Note`)}
            />
          ))}
        </ChoiceGroup>
        <div>
          <Button kind="outlined" busy={busy} onClick={() => make(blank(kind))}>
            {t('useBlank')}
          </Button>
        </div>
      </section>
    </Page>
  );
}

const Ways = ({ links }: { links: readonly { title: string; href: string }[] }) => (
  <ul class="bare new-ways">
    {links.map(({ title, href }) => (
      <li key={href}>
        <a href={href}>{title}</a>
      </li>
    ))}
  </ul>
);
