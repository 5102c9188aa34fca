// The stylesheets as they are written: logical properties only, so that every
// page mirrors by itself; colours and the palette in tokens.css only; every rule
// in a layer. The browser itself reads them: no CSS is parsed here.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { browser } from './site.mjs';

const folder = new URL('../../static/css/', import.meta.url);
let chromium, sheets;

before(async () => {
  chromium = await browser();
  const page = await chromium.newPage();
  const files = (await readdir(folder, { recursive: true })).filter((f) => f.endsWith('.css')).sort();
  sheets = await Promise.all(files.map(async (file) => {
    const css = (await readFile(new URL(file, folder), 'utf8')).replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ' '));
    return { file, css, top: await page.evaluate(topLevel, css) };
  }));
});

after(() => chromium?.close());

/** Every declaration as it is written, with its line. */
function declarations(css) {
  return [...css.matchAll(/(?<=[{;\s])([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map((m) => (
    { property: m[1], value: m[2].trim(), line: css.slice(0, m.index).split('\n').length }));
}

function find(wrong) {
  return sheets.flatMap(({ file, css }) => declarations(css).flatMap((d) => {
    const what = wrong(d, file);
    return what ? [`static/css/${file}:${d.line}: ${d.property}: ${d.value}: ${what}`] : [];
  }));
}

test('only logical properties are used', () => {
  const physical = /^(left|right|top|bottom|width|height|(min|max)-(width|height)|(margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)(-\w+)?|border-(top|bottom)-(left|right)-radius|overflow-[xy]|float|clear|object-position)$/;
  assert.deepEqual(find(({ property, value }) => {
    if (['float', 'clear'].includes(property) && /inline-/.test(value)) return '';
    if (physical.test(property)) return 'a physical property; use inline and block, start and end';
    if (['text-align', 'justify-content', 'justify-self', 'justify-items', 'caption-side'].includes(property) && /\b(left|right)\b/.test(value)) return 'a physical side; use start and end';
    // Four values go round by top, right, bottom and left.
    const sides = value.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '').split(/\s+/);
    if (/^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/.test(property) && sides.length === 4) return 'four sides; use inline and block';
    if (['box-shadow', 'text-shadow'].includes(property) && /^-?[\d.]*[1-9]/.test(value)) return 'a shadow to one side';
    return '';
  }), []);
});

test('only tokens.css has colours and uses the palette', () => {
  const palette = new Set([...sheets.find((s) => s.file === 'tokens.css').css.matchAll(/(--[\w-]+-(?:light|dark|print)|--white)\s*:/g)].map((m) => m[1]));
  assert.ok(palette.size > 10, 'the palette is not found in tokens.css');
  const colour = /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(|(?<![\w-])(white|black|red|green|blue|gr[ae]y|silver|maroon|purple|yellow|orange|navy|teal)(?![\w-])/i;
  assert.deepEqual(find(({ property, value }, file) => {
    if (file === 'tokens.css') return '';
    if (property.startsWith('--') && [...palette].some((p) => property === p)) return 'sets the palette';
    if ([...palette].some((p) => new RegExp(`var\\(${p}\\b(?!-)`).test(value))) return 'uses the palette; use an intent';
    return colour.test(value) ? 'a colour; give it an intent in tokens.css' : '';
  }), []);
});

test('every intent that is used is declared, and every one declared is used', () => {
  const declared = new Set(sheets.flatMap(({ css }) => [...css.matchAll(/(?<=[{;\s])(--[\w-]+)\s*:/g)].map((m) => m[1])));
  const used = new Set(sheets.flatMap(({ css }) => [...css.matchAll(/var\((--[\w-]+)/g)].map((m) => m[1])));
  assert.deepEqual([...used].filter((u) => !declared.has(u)), [], 'used, but declared nowhere');
  assert.deepEqual([...declared].filter((d) => !used.has(d)), [], 'declared, but used nowhere');
});

test('every rule stands in a declared layer', () => {
  const [{ top: [order] }] = sheets.filter((s) => s.file === 'layers.css');
  assert.deepEqual(sheets.flatMap(({ file, top }) => top.filter((rule) => !(
    file === 'layers.css' ? rule === order : rule.layer && order.names.includes(rule.layer)
  )).map((rule) => `static/css/${file}: ${rule.text}`)), []);
});

/** The rules at the top of a stylesheet; what the browser does not understand is not among them. */
async function topLevel(css) {
  const sheet = await new CSSStyleSheet().replace(css);
  return [...sheet.cssRules].map((r) => ({ layer: r instanceof CSSLayerBlockRule ? r.name : '', names: r instanceof CSSLayerStatementRule ? [...r.nameList] : [], text: r.cssText.slice(0, 80) }));
}
