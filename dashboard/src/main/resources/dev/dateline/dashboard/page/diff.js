// Two sentences, with the words in which they differ marked.

import { h, quoted } from './dom.js';
import { clip } from './text.js';

const MOST_WORDS = 400;

/** Returns the pieces of both; what the other lacks is marked. */
export function compare(earlier, later) {
  const [left, right] = [split(earlier), split(later)];
  const kept = common(left, right);
  return [pieces(left, kept.left, 'del'), pieces(right, kept.right, 'ins')];
}

function split(text) {
  return clip(text).split(/\s+/).filter(word => word).slice(0, MOST_WORDS);
}

function bare(word) {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

// Longest common subsequence of words.
function common(left, right) {
  const [a, b] = [left.map(bare), right.map(bare)];
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i][j] = a[i] === b[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const kept = { left: new Set(), right: new Set() };
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      kept.left.add(i++);
      kept.right.add(j++);
    } else if (best[i + 1][j] >= best[i][j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  return kept;
}

function pieces(words, kept, tag) {
  const runs = [];
  words.forEach((word, index) => {
    const same = kept.has(index);
    if (runs.length > 0 && runs.at(-1).same === same) {
      runs.at(-1).words.push(word);
    } else {
      runs.push({ same, words: [word] });
    }
  });
  return runs.flatMap(({ same, words: run }, index) => {
    const text = quoted(run.join(' '));
    return [index > 0 && ' ', same ? text : h(tag, {}, text)];
  });
}
