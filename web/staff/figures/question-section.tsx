// One question: its charts here, and the same at the units of the level that was chosen.
import { useState } from 'preact/hooks';
import type { Figures, UnitFigures } from '../../../schema/api/figures.ts';
import { Select } from '../../ui/select.tsx';
import { type Asked, partTitle } from './asked.ts';
import { ChartBlock } from './chart-block.tsx';
import { compared } from './charts/compare.ts';
import { bars } from './charts/makers.ts';
import { fittingOf } from './charts/registry.ts';
import { SaidSection } from './said/said-section.tsx';
import { t } from './words.ts';

export interface Shown {
  campaign: string;
  found: Figures;
  /** those of the level that is put side by side */
  units: readonly UnitFigures[];
  /** below a picture: campaign, area and time */
  foot: string;
  /** answers themselves may be read, and are still there */
  readable: boolean;
}

export function QuestionSection(props: Shown & { asked: Asked }) {
  const { asked, units, foot, found, campaign, readable } = props;
  const fitting = fittingOf(asked.type);
  const { reads } = fitting;
  const make = asked.parts.some(({ partly, counts }) => partly && counts) ? bars : fitting.charts;
  const charts = make?.(asked.parts) ?? [];
  const question = found.definition.questions.find(({ id }) => id === asked.id);
  const answered = charts.some((chart) => chart.kind === 'heads' && chart.base > 0);
  return (
    <section class="card stack figure-card" aria-labelledby={`q-${asked.id}`}>
      <h2 id={`q-${asked.id}`}>{asked.title}</h2>
      {charts.map((chart, at) => (
        <ChartBlock key={at} chart={chart} title={asked.title} foot={foot} />
      ))}
      {reads && readable && answered && question && (
        <SaidSection
          campaign={campaign}
          unit={found.here.unit.id}
          question={question}
          title={asked.title}
          n={found.here.n ?? 0}
          reads={reads}
          foot={foot}
        />
      )}
      {units.length > 0 && <SideBySide asked={asked} lines={found.lines} units={units} foot={foot} />}
    </section>
  );
}

function SideBySide(props: {
  asked: Asked;
  lines: Figures['lines'];
  units: readonly UnitFigures[];
  foot: string;
}) {
  const { asked, lines, units, foot } = props;
  const [chosen, setChosen] = useState(0);
  const part = asked.parts[chosen] ?? asked.parts[0];
  const line = part && lines[part.at];
  const chart = line && compared(line, part.at, units);
  if (!part || !chart) return null;
  return (
    <div class="stack tight">
      <h3>{t('sideBySide')}</h3>
      {asked.parts.length > 1 && (
        <div class="figure-choice no-print">
          <Select
            label={t('whichRow')}
            value={String(chosen)}
            options={asked.parts.map(({ line }, at) => ({ value: String(at), label: line.item.title }))}
            onChange={(at) => setChosen(Number(at))}
          />
        </div>
      )}
      <ChartBlock
        chart={chart}
        title={asked.parts.length > 1 ? partTitle(asked.title, part.line.item.title) : asked.title}
        foot={foot}
      />
    </div>
  );
}
