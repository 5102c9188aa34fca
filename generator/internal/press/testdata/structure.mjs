// Holds PDF files to what PDF/UA-1 asks of their structure, as pdf.js reads it:
//
//	node structure.mjs PDFJS FILE…
//
// PDFJS is the module to read with. The result is a JSON list with, for each file,
// its title, language, faults, the roles that its structure tree uses, the
// languages of parts, how many bookmarks there are, and its text in the order of
// that tree (without what ActualText says, which pdf.js does not read).

import { readFileSync } from 'node:fs';

const [module, ...files] = process.argv.slice(2);
console.warn = () => {}; // pdf.js misses a canvas, which only drawing needs
const log = console.log;
console.log = () => {};
const { getDocument } = await import(module);

const results = [];
for (const file of files) results.push(await look(file));
log(JSON.stringify(results));

async function look(file) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  const faults = [];
  const fault = (page, text) => faults.push(`page ${page}: ${text}`);
  const marked = (await document.getMarkInfo())?.Marked;
  if (!marked) fault(0, 'is not tagged');
  if (metadata?.get('pdfuaid:part') !== '1') fault(0, 'does not say that it is PDF/UA-1');
  const roles = new Set(), languages = new Set(), text = [];
  let level = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const words = read(content.items, (what) => fault(number, what));
    const links = (await page.getAnnotations()).filter((a) => a.subtype === 'Link');
    const used = new Set();
    let linked = 0;
    const walk = (node, above) => {
      if (node.lang) languages.add(node.lang);
      if (node.type === 'content') {
        if (used.has(node.id)) fault(number, `${node.id} stands in the tree twice`);
        used.add(node.id);
        text.push(words.get(node.id) ?? '');
        return;
      }
      if (node.role) {
        roles.add(node.role);
        if (node.role === 'Link') linked++;
        const [, heading] = /^H([1-6])$/.exec(node.role) ?? [];
        if (heading) {
          if (Number(heading) > level + 1) fault(number, `${node.role} follows ${level === 0 ? 'nothing' : `H${level}`}`);
          level = Number(heading);
        }
        if (node.role === 'Figure' && !node.alt) fault(number, 'a figure has no alternative text');
        if (node.role === 'LI' && above !== 'L') fault(number, 'a list item stands outside of a list');
        if ((node.role === 'Lbl' || node.role === 'LBody') && above !== 'LI' && above !== 'Note') fault(number, `${node.role} stands in ${above}`);
        if (node.role === 'TD' && above !== 'TR') fault(number, 'a cell stands outside of a row');
      }
      for (const child of node.children ?? []) walk(child, node.role);
    };
    walk((await page.getStructTree()) ?? { children: [] }, '');
    for (const [id, said] of words) if (!used.has(id) && said.trim()) fault(number, `“${said.slice(0, 40)}” is not in the tree`);
    if (links.length > 0 && linked === 0) fault(number, `${links.length} links, none of them in the tree`);
  }
  if (level === 0) fault(0, 'has no heading');
  const outline = (await document.getOutline()) ?? [];
  return { file, title: info.Title, language: info.Language, faults, roles: [...roles].sort(), languages: [...languages].sort(), text: text.join('\n'), bookmarks: count(outline) };
}

function count(list) {
  return list.reduce((n, one) => n + 1 + count(one.items ?? []), 0);
}

/** The words of each piece of marked content, by its identity. */
function read(items, fault) {
  const pieces = new Map(), open = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) {
      open.push({ id: item.id ?? undefined, artifact: item.tag === 'Artifact' });
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else if (item.str !== '') {
      if (open.some((o) => o.artifact)) continue;
      const id = open.findLast((o) => o.id)?.id;
      if (id) pieces.set(id, [...(pieces.get(id) ?? []), item]);
      else if (item.str.trim()) fault(`“${item.str}” is neither in the structure nor an artifact`);
    }
  }
  return new Map([...pieces].map(([id, list]) => [id, inOrder(list)]));
}

// What runs from right to left is stored in the order of the page, from left to
// right, as in PDF files of other programs.
function inOrder(list) {
  if (list.some((i) => i.dir === 'rtl')) list.sort((a, b) => b.transform[5] - a.transform[5] || b.transform[4] - a.transform[4]);
  return list.map((i) => i.str).join('');
}
