// Where a score stands on 0–100: a dot on a bar with ends; an outlined dot for the campaign beside it. The figures
// stand in words next to it, so the drawing is not read out.
import { clamp } from './scale.ts';

export function IntervalBar(props: {
  value: number;
  low: number;
  high: number;
  before?: number | undefined;
}) {
  const [low, high] = [clamp(props.low), clamp(props.high)];
  return (
    <span class="interval" aria-hidden="true">
      <span class="interval-range" style={{ left: `${low}%`, width: `${high - low}%` }} />
      {props.before !== undefined && (
        <span class="interval-dot before" style={{ left: `${clamp(props.before)}%` }} />
      )}
      <span class="interval-dot" style={{ left: `${clamp(props.value)}%` }} />
    </span>
  );
}
