// What is shown of a text: the words around those that were found, as the text
// has them, cut into stretches of one kind.

const length = 28; // words
const before = 6; // of them before the first that was found

/**
 * The stretches of a text between two characters, cut where a found word or
 * another language begins or ends.
 * @param {[string, string?][]} runs  the text, with the language where it is another
 * @param {{start: number, end: number}[]} marks
 * @returns {{text: string, marked: boolean, language: ?string}[]}
 */
export function stretches(runs, marks, from, to) {
  const found = [];
  let at = 0;
  for (const [text, language] of runs) {
    const cuts = new Set([at, at + text.length, from, to, ...marks.flatMap((m) => [m.start, m.end])]);
    const inside = [...cuts].filter((c) => c >= Math.max(at, from) && c <= Math.min(at + text.length, to)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < inside.length; i++) {
      const [start, end] = [inside[i], inside[i + 1]];
      const marked = marks.some((m) => m.start <= start && end <= m.end);
      found.push({ text: text.slice(start - at, end - at), marked, language });
    }
    at += text.length;
  }
  return found;
}

/** The title of a place, with what was found in it. */
export function titleOf({ place, at }) {
  const marks = at.filter((i) => i < place.titleWords).map((i) => place.words[i]);
  return stretches([[place.title]], marks, 0, place.title.length);
}

/** The part of a place's text in which the most different words were found. */
export function excerptOf({ place, at }) {
  const all = place.words.slice(place.skipped);
  const found = [...new Set(at)].map((i) => i - place.skipped).filter((i) => i >= 0).sort((a, b) => a - b);
  if (all.length === 0) return [];
  let [first, best] = [0, -1];
  for (const i of found) {
    const start = Math.max(0, Math.min(i - before, all.length - length));
    const different = new Set(found.filter((j) => j >= start && j < start + length).map((j) => all[j].word)).size;
    if (different > best) [first, best] = [start, different];
  }
  const last = Math.min(first + length, all.length) - 1;
  const from = first === 0 ? 0 : all[first].start;
  const to = last === all.length - 1 ? place.text.length : all[last].end;
  const shown = stretches(place.runs, found.map((i) => all[i]), from, to);
  if (from > 0) shown.unshift({ text: '… ', marked: false });
  if (to < place.text.length) shown.push({ text: ' …', marked: false });
  return shown;
}
