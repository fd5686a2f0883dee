// Prints the gzipped size of each entry: its script and styles with everything they load at once, fonts apart.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('./dist/', import.meta.url);

/** Files an HTML page names and what those scripts import, transitively. */
function loaded(page) {
  const files = new Set();
  const visit = (file) => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const source = readFileSync(new URL(file, dist), 'utf8');
    for (const [, name] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      visit(`assets/${name}`);
  };
  const html = readFileSync(new URL(`${page}.html`, dist), 'utf8');
  for (const [, file] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) visit(file);
  return [...files];
}

for (const page of ['citizen', 'staff', 'board', 'tablet']) {
  const bytes = loaded(page).reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length,
    0,
  );
  console.log(`${page}_bundle_gz_kb ${(bytes / 1024).toFixed(1)} KB`);
}
