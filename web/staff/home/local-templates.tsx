// Templates of the branch: what colleagues set here, above and below. Each is read when it is drawn.
import {
  getTemplate,
  type LocalTemplate,
  removeTemplate,
  setTemplate,
} from '../../../schema/api/templates.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { toast } from '../../ui/toast.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { TemplateCard } from './template-card.tsx';
import type { Start } from './template-chooser.tsx';
import { t } from './template-words.ts';

interface Props {
  unit: string;
  busy: boolean;
  onUse: (start: Start) => void;
}

export function LocalTemplates(props: Props & { list: readonly LocalTemplate[]; onChange: () => void }) {
  if (props.list.length === 0) return <Empty>{t('localNone')}</Empty>;
  return (
    <ul class="bare run-cards">
      {props.list.map((template) => (
        <li key={template.id} class="card stack tight template-card">
          <Local {...props} template={template} />
        </li>
      ))}
    </ul>
  );
}

function Local(props: Props & { template: LocalTemplate; onChange: () => void }) {
  const { template } = props;
  const { id, title, summary, kind, version } = template;
  const read = useLoad(`template ${id} ${version}`, () => call(getTemplate, { params: { template: id } }));
  return (
    <Loading from={read} what={t('reading', { title })}>
      {({ definition, listed }) => (
        <TemplateCard
          definition={definition}
          summary={summary}
          unit={props.unit}
          busy={props.busy}
          onUse={() => props.onUse({ definition, kind, listed })}
        >
          <p class="note">{t('setAt', { unit: template.unit.name, n: version })}</p>
          {template.mayRemove && <Keeping template={template} onChange={props.onChange} />}
        </TemplateCard>
      )}
    </Loading>
  );
}

function Keeping(props: { template: LocalTemplate; onChange: () => void }) {
  const { id, title, summary, form, unit, version, newest } = props.template;
  const { busy, problem, act } = useAct();
  const named = (what: string) => ui('about', { what, of: title });
  const set = () => call(setTemplate, { params: { form, unit: unit.id }, body: { summary } });
  const renew = () => act(async () => void (await set().then(props.onChange)));
  const remove = () =>
    act(async () => {
      await call(removeTemplate, { params: { template: id } });
      props.onChange();
      toast(t('removed', { title }), () => set().then(props.onChange));
    });
  return (
    <div class="line">
      {newest > version && (
        <Button small busy={busy} label={named(t('renew', { n: newest }))} onClick={renew}>
          {t('renew', { n: newest })}
        </Button>
      )}
      <Button small busy={busy} label={named(t('remove'))} onClick={remove}>
        {t('remove')}
      </Button>
      {problem && <p class="field-error">{problem}</p>}
    </div>
  );
}
