// Reads what script/bench prints, `# command` lines and `name value unit` lines, and writes out/bench.json and
// docs/MEASURES.md. Every number there was measured in this run, by the command beside it: a run that lacks a
// measure, or has one that is not known here, writes nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** What is measured, with its aim: at least, at most or below a number, or another measure of the run. */
const KNOWN = {
  Numbers: {
    commit_floor_per_second: ['the floor: bare durable commits of one row (WAL, FULL), one after another'],
    'tickets_per_second.c1': ['numbers given over HTTP, 1 client'],
    'tickets_p50_ms.c1': ['a number, 1 client, median'],
    'tickets_p99_ms.c1': ['a number, 1 client, 99th percentile'],
    'tickets_per_second.c8': ['numbers given, 8 clients', '≥', 'commit_floor_per_second'],
    'tickets_p50_ms.c8': ['a number, 8 clients, median'],
    'tickets_p99_ms.c8': ['a number, 8 clients, 99th percentile'],
    'tickets_per_second.c64': ['numbers given, 64 clients', '≥', 8000],
    'tickets_p50_ms.c64': ['a number, 64 clients, median'],
    'tickets_p99_ms.c64': ['a number, 64 clients, 99th percentile'],
    duplicate_numbers: ['numbers given twice, in all of it', '≤', 0],
  },
  'The hall': {
    memory_after_100000_tickets_mb: ['memory of the central server after 100,000 numbers', '<', 60],
    'call_next_p50_ms.c8': ['the next call, 8 counters over 300 waiting, median'],
    'call_next_p99_ms.c8': ['the next call, 99th percentile', '<', 10],
    double_calls: ['people called to two counters', '≤', 0],
    'call_heard_p50_ms.b200': ['from a call to 200 boards, median'],
    'call_heard_p99_ms.b200': ['from a call to 200 boards, 99th percentile', '<', 100],
  },
  'The estimate, over ten simulated days': {
    estimate_mae_minutes: ['mean error of the estimated wait', '<', 'position_mae_minutes'],
    moving_average_mae_minutes: ['mean error of a moving average of waits, the best of three ways to take it'],
    position_mae_minutes: ['mean error of position × average ÷ counters, the best of three ways to take it'],
    estimate_days_won: ['days on which the estimate is nearer than both', '≥', 10],
    estimate_bias_minutes: ['mean of the error with its sign'],
    estimate_coverage: ['waits that fell into the range that was told'],
    estimate_range_minutes: ['mean width of the range'],
    estimate_told: ['people who were told a range'],
    estimate_run_ms: ['one look ahead over a full hall'],
    estimate_run_waiting: ['people waiting in that hall'],
    simulated_wait_minutes: ['mean wait of those days'],
  },
  'The catalogue, 2,642 records': {
    import_ms: ['records of the national database read', '≤', 3000],
    import_stored_ms: ['read, stored and composed as people see them', '≤', 3000],
    import_again_ms: ['the same again, unchanged'],
    search_index_ms: ['made ready to be searched', '≤', 200],
    search_memory_mb: ['memory that takes', '≤', 30],
    search_p50_ms: ['a search while typing, median'],
    search_p99_ms: ['a search while typing, 99th percentile', '≤', 2],
  },
  'At the kiosk': {
    ticket_page_ms: ["a ticket's page made, median", '≤', 6],
    raster_p50_ms: ['a ticket of 80 × 130 mm or longer made into dots of a thermal head (203 dpi), median'],
    raster_ms: ['a ticket made into dots, 99th percentile', '≤', 15],
    touch_to_printer_p50_ms: ['from a touch of “Lấy số” until the printer has the first dots of the number, median'],
    touch_to_printer_p99_ms: ['the same, 99th percentile', '≤', 60],
    number_while_printing_p99_ms: ['a number given while the printer is ten seconds at a paper, 99th percentile', '≤', 100],
    home_while_printing_p99_ms: ['what the first screen needs, meanwhile, 99th percentile'],
    next_page_ms: ['from a touch of “Tiếp tục” until the next page is drawn, its answers sealed on the disk, median', '≤', 100],
    page_judged_ms: ['what is the matter with a photographed page, 8 megapixels, median'],
    page_kept_ms: ['such a page made upright, small and clean, median'],
    first_touch_ms: ['from the start of the program to the first page that can be touched'],
    citizen_bundle_gz_kb: ["the citizen's page, gzipped, without fonts", '≤', 80],
    staff_bundle_gz_kb: ['the console, gzipped, without fonts'],
    board_bundle_gz_kb: ['the board, gzipped, without fonts'],
    tablet_bundle_gz_kb: ['the tablet at a counter, gzipped, without fonts'],
  },
};

const measured = new Map();
let command = '';
for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line.startsWith('# ')) command = line.slice(2);
  const [, name, value, unit] = /^(\S+) (-?\d+(?:\.\d+)?) (\S+)$/.exec(line) ?? [];
  if (name) measured.set(name, { value: Number(value), shown: value, unit: unit.replace('_', ' '), command });
}
const known = Object.values(KNOWN).flatMap((rows) => Object.keys(rows));
const missing = known.filter((name) => !measured.has(name));
const strange = [...measured.keys()].filter((name) => !known.includes(name));
if (missing.length + strange.length > 0) {
  console.error(`not measured: ${missing.join(', ') || 'none'}; not known: ${strange.join(', ') || 'none'}`);
  process.exit(1);
}

const grouped = (shown) => shown.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
/** The aim in words, and whether a value meets it. */
function aim(value, [, how, bound]) {
  if (!how) return ['', ''];
  const number = typeof bound === 'string' ? measured.get(bound).value : bound;
  const met = how === '≥' ? value >= number : how === '≤' ? value <= number : value < number;
  const words = typeof bound === 'string' ? `\`${bound}\`` : grouped(String(bound));
  return [`${how} ${words}`, met ? 'met' : '**not met**'];
}

const os = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
const floor = measured.get('commit_floor_per_second').shown;
const lines = [
  '# Measures',
  '',
  '`script/bench` writes this page from what it measured. A number is comparable only with others of the same run: the machine and its disk are below.',
];
for (const [title, rows] of Object.entries(KNOWN)) {
  lines.push('', `## ${title}`, '', '| measure | | value | aim | | command |', '|---|---|--:|---|---|---|');
  for (const [name, row] of Object.entries(rows)) {
    const { value, shown, unit, command } = measured.get(name);
    const [words, met] = aim(value, row);
    lines.push(`| ${row[0]} | \`${name}\` | ${grouped(shown)} ${unit} | ${words} | ${met} | \`${command}\` |`);
  }
}
lines.push(
  '',
  '## The machine',
  '',
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${os}; its disk makes ${grouped(floor)} durable commits a second, one after another.`,
  '',
);
writeFileSync('docs/MEASURES.md', lines.join('\n'));

const flat = [...measured].map(
  ([name, { shown, unit }]) => `  ${JSON.stringify(name)}: {"value": ${shown}, "unit": ${JSON.stringify(unit)}}`,
);
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `{\n${flat.join(',\n')}\n}\n`);
for (const [name, { shown, unit }] of measured) console.log(name.padEnd(32), shown.padStart(12), unit);
