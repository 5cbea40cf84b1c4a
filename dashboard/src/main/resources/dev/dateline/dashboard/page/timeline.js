// Claims of one proposition over time: those for it above the line, those against it below.

import { s, h } from './dom.js';

const WIDTH = 760;
const HEIGHT = 120;
const MARGIN = { left: 78, right: 20, top: 12, bottom: 26 };

/**
 * The line.
 * @param claims each with eventTime, against, verdict, claimant, claimId
 * @param chosen the claimId that is marked
 */
export function timeline(claims, chosen) {
  const { d3 } = globalThis;
  const times = claims.map(each => new Date(each.eventTime));
  let [from, to] = d3.extent(times);
  if (to - from < 3_600_000) {
    from = new Date(from - 1_800_000);
    to = new Date(+to + 1_800_000);
  }
  const x = d3.scaleTime([from, to], [MARGIN.left, WIDTH - MARGIN.right]);
  const middle = (HEIGHT - MARGIN.bottom + MARGIN.top) / 2;
  const lanes = { for: [], against: [] };
  const dots = claims.map((claim, index) => {
    const lane = claim.against ? lanes.against : lanes.for;
    const at = x(times[index]);
    // Dots that would cover one another stand in rows.
    let row = 0;
    while (lane.some(other => other.row === row && Math.abs(other.at - at) < 13)) {
      row++;
    }
    lane.push({ at, row });
    const rise = 14 + Math.min(row, 2) * 13;
    return s('circle', {
      class: `dot dot-${claim.verdict.toLowerCase()}${claim.claimId === chosen ? ' is-chosen' : ''}`,
      cx: at, cy: claim.against ? middle + rise : middle - rise, r: claim.claimId === chosen ? 7 : 5,
    }, s('title', {}, `${claim.claimant ?? 'nobody named'}, ${claim.eventTime.slice(0, 16).replace('T', ' ')}`));
  });
  const ticks = x.ticks(5).map(tick => s(
    'g', { transform: `translate(${x(tick)},${HEIGHT - MARGIN.bottom})` },
    s('line', { class: 'tick', y2: 5 }),
    s('text', { y: 18, 'text-anchor': 'middle' }, x.tickFormat(5)(tick))));
  const against = claims.filter(each => each.against).length;
  return h(
    'div', { class: 'timeline' },
    s('svg', {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img',
      'aria-label': `${claims.length - against} claims for it and ${against} against it over time; the list below says the same`,
    },
    s('line', { class: 'axis', x1: MARGIN.left - 8, x2: WIDTH - MARGIN.right, y1: middle, y2: middle }),
    s('text', { x: 0, y: middle - 14, 'dominant-baseline': 'middle' }, 'claim it'),
    s('text', { x: 0, y: middle + 14, 'dominant-baseline': 'middle' }, 'against'),
    ticks, dots));
}

/** Claims a day, as bars; null where all are of one day. */
export function daily(listed) {
  const { d3 } = globalThis;
  const byDay = d3.rollup(listed, all => all.length, each => each.claim.article.eventTime.slice(0, 10));
  if (byDay.size < 2) {
    return null;
  }
  const found = [...byDay.keys()].sort();
  const dates = d3.utcDay.range(new Date(found[0]), new Date(new Date(found.at(-1)).getTime() + 1));
  const bars = dates.length <= 400 ? dates : found.map(each => new Date(each));
  const width = 760;
  const height = 90;
  const x = d3.scaleBand(bars.map(Number), [0, width]).paddingInner(bars.length > 100 ? 0 : 0.2);
  const y = d3.scaleLinear([0, d3.max(byDay.values())], [0, height - 30]);
  const said = d3.utcFormat('%-d %b %Y');
  return h('div', { class: 'timeline' }, s(
    'svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `Claims a day from ${said(bars[0])} to ${said(bars.at(-1))}, at most ${d3.max(byDay.values())}` },
    bars.map(date => {
      const number = byDay.get(date.toISOString().slice(0, 10)) ?? 0;
      return s('rect', { class: 'bar', x: x(+date), width: Math.max(1, x.bandwidth()), y: height - 20 - y(number), height: y(number) },
        s('title', {}, `${said(date)}: ${number}`));
    }),
    s('line', { class: 'axis', x1: 0, x2: width, y1: height - 20, y2: height - 20 }),
    s('text', { x: 0, y: height - 4 }, said(bars[0])),
    s('text', { x: width, y: height - 4, 'text-anchor': 'end' }, said(bars.at(-1)))));
}
