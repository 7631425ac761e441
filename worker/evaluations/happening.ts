// Evaluations as they stood in a branch at the end of a span of time: marked, provisional, or final since the span began.

interface Branch {
  path: string;
}
interface Span {
  from: number;
  to: number;
}

/** By the tree: of the branch, or with somebody rated in it. What was cancelled is not told of. 8 at most, what came last first. */
export const evaluationsIn = (db: D1Database, { path }: Branch, { from, to }: Span) =>
  db
    .prepare(
      `WITH told AS (SELECT e.*, u.path, e.appeals_until - e.appeal_days * 86400000 AS shown_at
           FROM evaluation e JOIN unit u ON u.id = e.unit),
         stood AS (SELECT *, CASE WHEN final_at < ?3 THEN 'final' WHEN shown_at < ?3 THEN 'provisional' ELSE 'rating' END AS stood
           FROM told WHERE opened_at < ?3 AND state <> 'cancelled' AND coalesce(final_at >= ?2, 1)),
         rated AS (SELECT *, CASE stood WHEN 'final' THEN final_at WHEN 'provisional' THEN shown_at ELSE opened_at END AS since FROM stood)
       SELECT id, title, period, stood AS state,
         CASE stood WHEN 'final' THEN final_at WHEN 'provisional' THEN appeals_until ELSE closes_at END AS until,
         since >= ?2 AS fresh
       FROM rated x WHERE instr(x.path, ?1) = 1 OR EXISTS (SELECT 1 FROM evaluation_subject o
         WHERE o.evaluation = x.id AND instr(o.path, ?1) = 1)
       ORDER BY since DESC, id LIMIT 8`,
    )
    .bind(path, from, to);
