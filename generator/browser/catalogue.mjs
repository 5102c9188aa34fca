// The strings of a language, to compare what a page says with them.

import { readFile } from 'node:fs/promises';

const read = new Map();

/**
 * The catalogue of a language: text(key, arguments) is a string of it;
 * says(text) tells whether a text is one of its strings, whatever is filled in;
 * tells(text) does so of those that are known by their own words.
 */
export async function catalogue(tag) {
  const key = tag.toLowerCase();
  if (!read.has(key)) read.set(key, parse(await readFile(new URL(`../../i18n/${key}.toml`, import.meta.url), 'utf8'), key));
  return read.get(key);
}

function parse(toml, name) {
  const strings = new Map();
  for (const [index, line] of toml.split('\n').entries()) {
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    const entry = /^([\w.-]+)\s*=\s*("(?:[^"\\]|\\.)*")\s*(?:#.*)?$/.exec(line);
    if (!entry) throw new Error(`i18n/${name}.toml:${index + 1}: not understood: ${line}`);
    strings.set(entry[1], JSON.parse(entry[2].replace(/\\U0*([0-9a-fA-F]{4,6})/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))));
  }
  const pattern = (text) => (
    new RegExp(`^${text.split(/\{\{[^}]*\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'u'));
  const patterns = [...strings.values()].map(pattern);
  // "{{ .Citation }}, {{ .Part }}" is everything with a comma in it.
  const telling = [...strings.values()].filter((text) => /\p{L}{3}/u.test(text.replace(/\{\{[^}]*\}\}/g, ''))).map(pattern);
  return {
    text: (key, values = {}) => {
      if (!strings.has(key)) throw new Error(`i18n/${name}.toml has no ${key}`);
      return strings.get(key).replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_, value) => values[value]);
    },
    has: (key) => strings.has(key),
    tells: (text) => telling.some((p) => p.test(text)),
    says: (text) => patterns.some((p) => p.test(text)),
  };
}
