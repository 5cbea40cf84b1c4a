// Small charts without axes.

import { s } from './dom.js';

const WIDTH = 120;
const HEIGHT = 26;

/** A line over time, with its last point marked. */
export function sparkline(points, label) {
  const { d3 } = globalThis;
  const x = d3.scaleTime(d3.extent(points, each => new Date(each.start)), [2, WIDTH - 4]);
  const y = d3.scaleLinear([0, d3.max(points, each => each.count) || 1], [HEIGHT - 2, 3]);
  const at = each => [points.length > 1 ? x(new Date(each.start)) : WIDTH - 4, y(each.count)];
  const [endX, endY] = at(points.at(-1));
  return s('svg', { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    s('path', { d: d3.line(each => at(each)[0], each => at(each)[1])(points) }),
    s('circle', { cx: endX, cy: endY, r: 2.5 }));
}

/** Bars of equal width. */
export function bars(numbers, label, height = HEIGHT, width = WIDTH) {
  const most = Math.max(1, ...numbers);
  const step = width / numbers.length;
  return s('svg', { class: 'bars', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    numbers.map((number, index) => {
      const tall = number === 0 ? 1 : Math.max(2, number / most * (height - 2));
      return s('rect', { class: number === 0 ? 'bar bar-none' : 'bar', x: index * step, width: step * 0.8, y: height - tall, height: tall });
    }));
}
