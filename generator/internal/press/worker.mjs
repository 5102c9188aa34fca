// Makes pieces of the kit. Run by the package press, which keeps it running:
//
//	node worker.mjs ROOT TEMPLATES FONT…
//
// ROOT is the project, with Typst and resvg in node_modules; TEMPLATES the folder
// of the layouts; FONT… are folders of fonts. Each line of standard input is a
// job, as job in worker.go, each line of standard output its result. What a
// layout reports of itself comes back as it is.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [root, templates, ...fontPaths] = process.argv.slice(2);
const require = createRequire(join(root, 'node_modules', 'x.cjs'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const { Resvg } = require('@resvg/resvg-js');

const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] });

// What the system says of a file needs no list of calls.
process.on('uncaughtException', (error) => {
  console.error(error?.syscall ? error.message : (error?.stack ?? error));
  process.exit(1);
});

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  process.stdout.write(JSON.stringify(make(job)) + '\n');
  compiler.evictCache(4);
}

// make makes a piece. Only what Typst says of the words is a fault of the piece:
// whatever else fails, such as a full disk, ends the process.
function make(job) {
  let made, document, pdf;
  try {
    ({ made, document, pdf } = set(job));
  } catch (error) {
    return { fault: explain(error) };
  }
  if (job.format !== 'png') {
    writeFileSync(job.out, pdf);
    return made;
  }
  const svg = compiler.plainSvg(document);
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: job.width }, font: { loadSystemFonts: false } }).render();
  writeFileSync(job.out, picture.asPng());
  return { ...made, width: picture.width, height: picture.height };
}

// set lays the words out, in the first of the sizes that needs no more than pages.
function set({ template, data, sizes, pages }) {
  for (const size of sizes ?? ['']) {
    const inputs = { data: JSON.stringify(data), ...(size && { size: String(size) }) };
    const compiled = compiler.compile({ mainFilePath: join(templates, template), inputs });
    const document = compiled.result;
    if (!document) throw compiled.takeDiagnostics() ?? compiled.takeError();
    const made = { pages: document.numOfPages, size: size || undefined };
    const [end] = compiler.query(document, { selector: '<end>' });
    const [report] = compiler.query(document, { selector: '<report>' });
    if (end) made.end = end.value;
    if (report) made.report = report.value;
    if (pages && made.pages > pages && size !== sizes.at(-1)) continue; // once more, smaller
    // Every piece is made as a PDF: that finds letters which no font has.
    return { made, document, pdf: compiler.pdf(document, { pdfStandard: 'ua-1' }) };
  }
}

// explain gives what Typst says of an error in one line.
function explain(error) {
  const said = error?.shortDiagnostics;
  if (Array.isArray(said) && said.length > 0) {
    return said.map((d) => [d.message, ...(d.hints ?? [])].join('; ')).join(' | ');
  }
  const text = String(error?.message ?? error);
  const messages = [...text.matchAll(/message: ("(?:[^"\\]|\\.)*")/g)].map(([, m]) => JSON.parse(m));
  return messages.length > 0 ? [...new Set(messages)].join(' | ') : text;
}
