// The register of proxies of a contest: the rule, who votes for whom, entering one from the written form.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { addProxy, listProxies, type ProxyRegister, withdrawProxy } from '../../../../schema/api/proxies.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { Choice } from '../../../ui/choice.tsx';
import { useAct, useLoad } from '../../../ui/load.ts';
import { Loading } from '../../../ui/loading.tsx';
import { isProblem } from '../../../ui/problem.ts';
import { Select } from '../../../ui/select.tsx';
import { sourceLine } from '../../../ui/source-line.ts';
import { Table } from '../../../ui/table.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { Page } from '../../page.tsx';
import { contestAddress } from '../contest-table.tsx';
import { dayOf } from '../said.ts';
import { t } from './words.ts';

export function ProxiesPage() {
  const { params } = useRoute();
  const contest = params.contest ?? '';
  const loaded = useLoad(`proxies ${contest}`, () => call(listProxies, { params: { contest } }));
  return (
    <Loading from={loaded}>
      {(register) => <Register key={contest} register={register} put={loaded.put} />}
    </Loading>
  );
}

interface Props {
  register: ProxyRegister;
  put: (register: ProxyRegister) => void;
}

type Elector = ProxyRegister['electors'][number];

const electorWords = ({ stairwell, door, name }: Elector): string =>
  `${stairwell === '' ? door : t('door', { stairwell, door })} ${name}`.trim();

function Register({ register, put }: Props) {
  const { rule, proxies, electors, open } = register;
  const mayAdd = rule !== null && open && electors.length > 0;
  return (
    <Page
      title={`${t('title')} · ${register.name}`}
      steps={[
        { title: register.title, href: `/staff/elections/${register.election}` },
        { title: register.name, href: contestAddress(register.election, register.contest) },
        { title: t('title') },
      ]}
      facts={rule ? t('facts', { n: proxies.length, limit: rule.limit }) : undefined}
    >
      {rule ? <Rule rule={rule} /> : <Banner>{t('noRule')}</Banner>}
      {rule && electors.length === 0 && <Banner>{t('noRoll')}</Banner>}
      {rule && !open && <Banner>{t('over')}</Banner>}
      {rule && (proxies.length === 0 ? <p>{t('none')}</p> : <List register={register} put={put} />)}
      {mayAdd && <Add register={register} put={put} limit={rule.limit} relativesOnly={rule.relativesOnly} />}
      {rule && (
        <p>
          <a href={`/print/papers?election=${register.election}&contest=${register.contest}&paper=proxy`}>
            {t('print')}
          </a>
        </p>
      )}
    </Page>
  );
}

function Rule({ rule }: { rule: NonNullable<ProxyRegister['rule']> }) {
  return (
    <div class="stack tight">
      <p>{t(rule.relativesOnly ? 'ruleRelatives' : 'rule', { limit: rule.limit })}</p>
      <p class="note">{t('applyBy', { day: dayOf(rule.applyBy), posted: dayOf(rule.publishBy) })}</p>
      <p class="note">{t('source', { texts: sourceLine(rule.sources) })}</p>
    </div>
  );
}

function List({ register, put }: Props) {
  const { busy, problem, act } = useAct();
  const withdraw = (principal: Elector) =>
    act(async () => {
      const params = { contest: register.contest, principal: principal.entry };
      put(await call(withdrawProxy, { params }));
      toast(t('withdrawn', { who: electorWords(principal) }));
    });
  return (
    <>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Table
        caption={t('title')}
        hideCaption
        rows={register.proxies}
        rowKey={({ principal }) => principal.entry}
        columns={[
          {
            key: 'principal',
            title: t('principal'),
            head: true,
            cell: ({ principal }) => electorWords(principal),
          },
          {
            key: 'holder',
            title: t('holder'),
            cell: ({ holder, relation }) => `${electorWords(holder)}（${relation}）`,
          },
          { key: 'at', title: t('at'), whole: true, cell: ({ day }) => dayOf(day) },
          ...(register.open
            ? [
                {
                  key: 'act',
                  title: '',
                  cell: ({ principal }: ProxyRegister['proxies'][number]) => (
                    <Button
                      small
                      busy={busy}
                      label={`${t('withdraw')}：${electorWords(principal)}`}
                      onClick={() => withdraw(principal)}
                    >
                      {t('withdraw')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

const empty = { principal: '', holder: '', relation: '', relative: false, written: false };

function Add({ register, put, limit, relativesOnly }: Props & { limit: number; relativesOnly: boolean }) {
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const [why, setWhy] = useState('');
  const { busy, problem, act } = useAct();
  const set = (change: Partial<typeof empty>) => {
    setWhy('');
    setTyped((before) => ({ ...before, ...change }));
  };
  const { principal, holder, relation, relative, written } = typed;
  const unchosen = principal === '' || holder === '';
  const send = () =>
    act(async () => {
      setTried(true);
      if (unchosen || relation.trim() === '') return;
      try {
        const body = { holder, relation: relation.trim(), relative, written };
        put(await call(addProxy, { params: { contest: register.contest, principal }, body }));
        setTyped(empty);
        setTried(false);
        toast(t('added'));
      } catch (thrown) {
        if (!isProblem(thrown, 'proxy-refused')) throw thrown;
        setWhy(refusalWords(thrown.details.why, limit));
      }
    });
  const options = [
    { value: '', label: t('choose') },
    ...register.electors.map((one) => ({ value: one.entry, label: electorWords(one) })),
  ];
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('add')}</h2>
      <Select
        label={t('principal')}
        value={principal}
        options={options}
        error={tried && unchosen ? t('needBoth') : undefined}
        onChange={(value) => set({ principal: value })}
      />
      <Select
        label={t('holder')}
        value={holder}
        options={options}
        onChange={(value) => set({ holder: value })}
      />
      <TextField
        label={t('relation')}
        hint={t('relationHint')}
        maxLength={20}
        value={relation}
        error={tried && relation.trim() === '' ? t('needRelation') : undefined}
        onInput={(value) => set({ relation: value })}
      />
      {relativesOnly && (
        <Choice
          kind="box"
          checked={relative}
          onChange={(on) => set({ relative: on })}
          label={t('relative')}
        />
      )}
      <Choice kind="box" checked={written} onChange={(on) => set({ written: on })} label={t('written')} />
      {why && <Banner kind="warn">{why}</Banner>}
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          {t('addAct')}
        </Button>
      </div>
    </form>
  );
}

const reasons = [
  'none-allowed',
  'not-written',
  'oneself',
  'not-relative',
  'too-late',
  'candidate',
  'twice',
  'holder-away',
  'holds-already',
  'limit',
] as const;

function refusalWords(why: unknown, limit: number): string {
  const known = reasons.find((one) => one === why);
  return known ? t(`why-${known}`, { limit }) : '';
}
