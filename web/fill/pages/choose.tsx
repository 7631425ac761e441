// Which building: search first, then level by level, the last choice on top. Links and a GET form only.
import type { ModelOf } from '../../../schema/api/page.ts';
import { mostFound } from '../most-found.ts';
import { FactsLine } from '../parts/facts.tsx';
import { UnitList } from '../parts/unit-list.tsx';
import { say } from '../words.ts';

export function ChoosePageView({ model }: { model: ModelOf<'choose'> }) {
  const { facts, units, search, parent, last, codeUnknown, now } = model;
  return (
    <>
      <h1>{facts.title}</h1>
      <FactsLine facts={facts} now={now} />
      <h2>{say('chooseBuilding')}</h2>
      {codeUnknown && <p class="notice">{say('codeElsewhere')}</p>}
      {last && !search && !parent && (
        <>
          <h3>{say('lastUnit')}</h3>
          <UnitList slug={facts.slug} units={[last]} />
        </>
      )}
      <form class="search" method="get" action={`/f/${facts.slug}`}>
        <label for="search">{say('searchBuilding')}</label>
        <p class="hint" id="search-help">
          {say('searchExample')}
        </p>
        <div class="with-button">
          <input
            id="search"
            name="search"
            type="search"
            value={search}
            maxLength={50}
            autocomplete="off"
            aria-describedby="search-help"
          />
          <button type="submit">{say('search')}</button>
        </div>
      </form>
      <div id="found" aria-live="polite">
        {search && (
          <>
            <p class="hint">
              {units.length > 0 ? say('found', { n: units.length }) : say('noUnits')}{' '}
              {units.length >= mostFound && say('moreWords')}
            </p>
            <UnitList slug={facts.slug} units={units} />
          </>
        )}
      </div>
      {search ? (
        <p>
          <a class="standing" href={`/f/${facts.slug}?choose=1`}>
            {say('orBrowse')}
          </a>
        </p>
      ) : (
        <>
          <h3>{say('orBrowse')}</h3>
          {parent && (
            <p>
              {`${parent.above} ${parent.name}`.trim()} ·{' '}
              <a class="standing" href={`/f/${facts.slug}?choose=1`}>
                {say('fromTop')}
              </a>
            </p>
          )}
          {units.length > 0 ? (
            <UnitList slug={facts.slug} units={units} />
          ) : (
            <p class="notice">{say('noUnitsBelow')}</p>
          )}
        </>
      )}
    </>
  );
}
