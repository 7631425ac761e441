// `npm run bench [-- --json]`: how the house performs, on the built Worker in workerd with a real D1 on disk, over a
// city of 1,269 buildings. Prints a table, or one JSON object; ends with 1 when a goal is missed. Fixed seeds; nothing
// but loopback. Takes about three minutes.
import { cpus, totalmem } from 'node:os';
import { build } from '../../worker/host/build.ts';
import { billOfOne, fillUp } from './answers.ts';
import { openBigCity } from './big-city.ts';
import { measureBoards, responses } from './boards.ts';
import { measureBuilder } from './builder.ts';
import { measureChain } from './chain.ts';
import { contests, electors, measureCounting } from './counting.ts';
import { measureEvaluating } from './evaluating.ts';
import { measureAnswers, measureExport, measureScorecard } from './reading.ts';
import { connections, measureSpeed } from './speed.ts';
import { measureVoting } from './voting.ts';
import { evaluatorBytes, fillBytes, startup, workerBytes } from './weight.ts';

const few = 10;
const some = 10_000;
const many = 100_000;
/** Export memory may differ between sizes by what the garbage collector leaves standing. */
const flatWithin = 32;

const asJson = process.argv.includes('--json');
const say = (text: string) => process.stderr.write(`${text}\n`);
function progressOf(name: string): (part: number) => void {
  let last = Date.now();
  say(name);
  return (part) => {
    if (Date.now() - last < 2_000) return;
    last = Date.now();
    say(`  ${Math.round(part * 100)} %`);
  };
}

interface Line {
  key: string;
  value: number | null;
  what: string;
  goal?: string;
  /** whether the goal is reached; without a goal: for the record */
  ok?: boolean;
}

async function measure(): Promise<Line[]> {
  // In a build of our own terms: what lies in .build may be older than the sources.
  const log = console.log;
  if (asJson) console.log = (...words: unknown[]) => say(words.join(' '));
  await build();
  console.log = log;
  say('weighing');
  const worker = await workerBytes();
  const evaluator = await evaluatorBytes();
  const chain = measureChain();
  const start = await startup();
  say('writing a form of 300 questions');
  const builder = await measureBuilder();
  say('voting, and verifying an election');
  const voting = await measureVoting();
  say(`reading the board of a city of ${responses} answers`);
  const boards = await measureBoards();
  const city = await openBigCity();
  try {
    const fill = await fillBytes(city);
    const building = city.buildings[0] ?? '';
    await fillUp(city, few, () => {}, building);
    const first = await billOfOne(city, building);
    const speed = await measureSpeed(city, progressOf(`sending over ${connections} connections`));
    await fillUp(city, some, progressOf(`storing ${some} answers`));
    const small = await measureExport(city);
    await fillUp(city, many, progressOf(`storing ${many} answers`));
    const last = await billOfOne(city, building);
    say('reading the card of the city');
    const card = await measureScorecard(city);
    const answers = await measureAnswers(city);
    say('ranking an evaluation of every building');
    const evaluating = await measureEvaluating(city);
    say('exporting everything');
    const large = await measureExport(city);
    if (large.lines <= many) throw new Error(`the export has ${large.lines} lines of ${card.n} answers`);
    return [
      {
        key: 'submit_ratio',
        value: speed.ratio,
        what: 'accepted submissions over SELECT 1',
        goal: '≥ 0.4',
        ok: speed.ratio >= 0.4,
      },
      {
        key: 'echo_per_s',
        value: speed.echoPerSecond,
        what: 'the Worker alone (GET /api/session, refused before any D1 call)',
      },
      { key: 'select1_per_s', value: speed.select1PerSecond, what: 'with one D1 call (GET /api/health)' },
      { key: 'submit_per_s', value: speed.submitPerSecond, what: '30 questions, counted at five levels' },
      { key: 'submit_p99_ms', value: speed.submitP99, what: `over ${connections} connections` },
      {
        key: 'submit_d1_calls',
        value: last.calls,
        what: 'of one submission',
        goal: '1',
        ok: last.calls === 1 && first.calls === 1,
      },
      {
        key: 'submit_rows_written',
        value: last.rowsWritten,
        what: `at ${many} answers (at ${few}: ${first.rowsWritten})`,
        goal: '≤ 14',
        ok: last.rowsWritten <= 14 && first.rowsWritten <= 14,
      },
      {
        key: 'submit_rows_read',
        value: last.rowsRead,
        what: `at ${many} answers`,
        goal: '≤ 400, the same at both sizes',
        ok: last.rowsRead <= 400 && last.rowsRead === first.rowsRead,
      },
      {
        key: 'submit_rows_read_at_10',
        value: first.rowsRead,
        what: `at ${few} answers, to the same building`,
      },
      {
        key: 'scorecard_rows_read',
        value: card.rowsRead,
        what: `the city and its children at ${card.n} answers`,
        goal: '≤ 200',
        ok: card.rowsRead <= 200,
      },
      {
        key: 'answers_rows_read',
        value: answers,
        what: `the first page of the city's answers at ${many}`,
        goal: '≤ 200',
        ok: answers <= 200,
      },
      {
        key: 'evaluation_s',
        value: evaluating.seconds,
        what: `ranking ${evaluating.ranked} buildings by 5 groups and 20 criteria, from their rows`,
        goal: '≤ 2',
        ok: evaluating.seconds <= 2 && evaluating.ranked === city.buildings.length,
      },
      { key: 'scorecard_ms', value: card.p95, what: 'p95 of 100', goal: '≤ 30', ok: card.p95 <= 30 },
      {
        key: 'board_rows_read',
        value: boards.rowsRead,
        what: `the city's card at ${boards.n} answers to 30 questions, seeded as tallies`,
        goal: '≤ 2,000',
        ok: boards.rowsRead <= 2_000,
      },
      {
        key: 'board_plain_ms',
        value: boards.plainMs,
        what: 'p95 of reading and composing it with no small groups hidden',
        goal: '≤ 50',
        ok: boards.plainMs <= 50,
      },
      {
        key: 'board_ms',
        value: boards.shownMs,
        what: 'p95 of the whole request with what must be hidden',
        goal: '≤ 300',
        ok: boards.shownMs <= 300,
      },
      {
        key: 'board_unchanged_rows',
        value: boards.unchangedRows,
        what: `read beside the session where nothing changed (p95 ${boards.unchangedMs.toFixed(1)} ms)`,
        goal: '1',
        ok: boards.unchangedRows === 1,
      },
      {
        key: 'publication_s',
        value: boards.publicationSeconds,
        what: `a publication of the whole tree: ${boards.published} public cards`,
        goal: '≤ 20',
        ok: boards.publicationSeconds <= 20,
      },
      {
        key: 'export_first_byte_ms',
        value: large.firstByte,
        what: `CSV of ${large.lines - 1} answers (${large.seconds.toFixed(1)} s in all)`,
        goal: '≤ 500',
        ok: large.firstByte <= 500,
      },
      {
        key: 'export_peak_mb',
        value: large.peak,
        what: `above what stood before (at ${some}: ${small.peak.toFixed(1)})`,
        goal: 'flat in n',
        ok: large.peak <= small.peak + flatWithin,
      },
      {
        key: 'fill_gz_bytes',
        value: fill,
        what: 'HTML + CSS + JS of a 30-question form',
        goal: '≤ 30,720',
        ok: fill !== null && fill <= 30_720,
      },
      {
        key: 'evaluator_bytes',
        value: evaluator.always,
        what: 'of that script, minified, what shows, hides and judges',
      },
      { key: 'rules_gz_bytes', value: evaluator.rules, what: 'loaded by forms with jumps, rules, figures …' },
      {
        key: 'chain_ms',
        value: chain,
        what: 'a chain of 1,000 questions, judged anew',
        goal: '≤ 5',
        ok: chain <= 5,
      },
      {
        key: 'builder_gz_bytes',
        value: builder.bytes,
        what: 'scripts of the form page until one can write',
        goal: '≤ 153,600',
        ok: builder.bytes <= 153_600,
      },
      {
        key: 'builder_key_ms',
        value: builder.keyMs,
        what: 'p95 of a key in a form of 300 questions, work of the page’s thread',
        goal: '≤ 16',
        ok: builder.keyMs <= 16,
      },
      {
        key: 'builder_move_ms',
        value: builder.moveMs,
        what: 'p95 of moving one of them',
        goal: '≤ 50',
        ok: builder.moveMs <= 50,
      },
      {
        key: 'check_in_cpu_ms',
        value: voting.checkInCpuMs,
        what: 'of the processor for one check-in: letter, blind signature, one row',
      },
      { key: 'cast_p95_ms', value: voting.castP95Ms, what: 'p95 of casting a ballot, one after the other' },
      {
        key: 'voting_gz_bytes',
        value: voting.pageBytes,
        what: 'HTML + CSS + JS of the voting page with its cryptography',
        goal: '≤ 122,880',
        ok: voting.pageBytes <= 122_880,
      },
      {
        key: 'verify_s',
        value: voting.verifySeconds,
        what: `the verify page’s check and count of ${voting.verified} ballots`,
      },
      {
        key: 'counting_s',
        value: measureCounting(),
        what: `counting ${contests} contests of ${electors} ballots each`,
      },
      { key: 'worker_gz_bytes', value: worker, what: 'the Worker', goal: '≤ 327,680', ok: worker <= 327_680 },
      { key: 'startup_ms', value: start, what: 'wrangler check startup, busy' },
    ];
  } finally {
    await city.close();
  }
}

const shown = (value: number | null) =>
  value === null
    ? '–'
    : Number.isInteger(value) || value >= 100
      ? Math.round(value).toLocaleString('en')
      : value.toFixed(2);
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

const lines = await measure();
if (asJson)
  console.log(JSON.stringify(Object.fromEntries(lines.map(({ key, value }) => [key, rounded(value)]))));
else {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  console.log(`\n${machine}\n\n| figure | value | goal | | what |\n|---|---:|---|---|---|`);
  for (const { key, value, goal, ok, what } of lines)
    console.log(
      `| \`${key}\` | ${shown(value)} | ${goal ?? '–'} | ${ok === undefined ? '' : ok ? '✓' : '✗'} | ${what} |`,
    );
}
process.exit(lines.some(({ ok }) => ok === false) ? 1 : 0);
