// The tree of areas, one level at a time: where one is, what it is, what stands below.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { getUnit, searchUnits, type Unit } from '../../../schema/api/units.ts';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { unitKindWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { Page } from '../page.tsx';
import { adminBranches, editorBranches, useSession } from '../session.ts';
import { Area } from './area.tsx';
import { t } from './words.ts';

export const areaAddress = (id: string) => `/staff/areas/${id}`;

export function Areas() {
  const { params } = useRoute();
  return params.unit ? <OneArea key={params.unit} unit={params.unit} /> : <TopAreas />;
}

function TopAreas() {
  const tops = useLoad('tops', async () => (await call(searchUnits, {})).units);
  return (
    <Page title={t('title')}>
      <Search />
      <section class="stack">
        <h2>{t('top')}</h2>
        <Loading from={tops}>{(units) => <UnitTable caption={t('top')} units={units} />}</Loading>
      </section>
    </Page>
  );
}

function OneArea(props: { unit: string }) {
  const { me } = useSession();
  const loaded = useLoad(`area ${props.unit}`, () => call(getUnit, { params: { unit: props.unit } }));
  return (
    <Loading from={loaded}>
      {({ unit, above, children, households }) => {
        const covers = (branch: { id: string }) =>
          branch.id === unit.id || above.some((one) => one.id === branch.id);
        const admin = adminBranches(me).some(covers);
        return (
          <Page
            title={unit.name}
            steps={[
              { title: t('title'), href: '/staff/areas' },
              ...above.map((one) => ({ title: one.name, href: areaAddress(one.id) })),
              { title: unit.name },
            ]}
            facts={`${unitKindWord(unit.kind)} · ${unit.code}`}
            action={
              admin &&
              unit.retiredAt === null &&
              unit.buildingCode === null && (
                <LinkButton kind="outlined" href={`${areaAddress(unit.id)}/import`}>
                  {t('import')}
                </LinkButton>
              )
            }
          >
            <Search />
            <Area
              unit={unit}
              households={households[unit.id] ?? 0}
              admin={admin}
              editor={editorBranches(me).some(covers)}
              onChanged={loaded.again}
            />
            <section class="stack">
              <div class="line apart">
                {children.length > 0 ? (
                  <h2>{t('below', { n: children.length })}</h2>
                ) : (
                  <p class="note">{t('noneBelow')}</p>
                )}
                {children.length > 0 && (
                  <LinkButton small href={`/print/codes?unit=${unit.id}`}>
                    {t('codesPrint')}
                  </LinkButton>
                )}
              </div>
              {children.length > 0 && (
                <UnitTable
                  caption={t('below', { n: children.length })}
                  units={children.map((one) => ({ ...one, households: households[one.id] ?? 0 }))}
                />
              )}
            </section>
          </Page>
        );
      }}
    </Loading>
  );
}

function UnitTable(props: { caption: string; units: readonly Unit[] }) {
  return (
    <Table
      caption={props.caption}
      hideCaption
      rows={props.units}
      rowKey={(unit) => unit.id}
      columns={[
        {
          key: 'name',
          title: t('name'),
          head: true,
          cell: (unit) => <a href={areaAddress(unit.id)}>{unit.name}</a>,
        },
        { key: 'kind', title: t('kind'), cell: (unit) => unitKindWord(unit.kind) },
        { key: 'code', title: t('code'), cell: (unit) => unit.code },
        {
          key: 'households',
          title: t('households'),
          number: true,
          cell: (unit) => (unit.households > 0 ? count(unit.households) : ''),
        },
        { key: 'leader', title: t('leader'), cell: (unit) => unit.contact?.name ?? '' },
        {
          key: 'state',
          title: t('state'),
          cell: (unit) => (unit.retiredAt === null ? `● ${t('used')}` : `○ ${t('retired')}`),
        },
      ]}
    />
  );
}

function Search() {
  const [words, setWords] = useState('');
  const wanted = words.trim();
  const found = useLoad(`search ${wanted}`, async () => {
    if (wanted === '') return [];
    return (await call(searchUnits, { query: { search: wanted } })).units;
  });
  return (
    <section class="stack" aria-label={t('search')}>
      <div class="sheet">
        <TextField type="search" label={t('search')} value={words} onInput={setWords} />
      </div>
      {wanted !== '' && (
        <Loading from={found}>
          {(units) =>
            units.length === 0 ? (
              <p class="note">{ui('nothingFound', { words: wanted })}</p>
            ) : (
              <UnitTable caption={t('found', { n: units.length })} units={units} />
            )
          }
        </Loading>
      )}
    </section>
  );
}
