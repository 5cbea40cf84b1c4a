// The outline of the world: TopoJSON, where borders that two countries share are kept once.

import { ask } from './api.js';

/** Returns the countries as GeoJSON features. */
export async function countries(signal) {
  const topology = await ask('/assets/world.json', {}, signal);
  const arcs = topology.arcs.map(arc => unpack(arc, topology.transform));
  return topology.objects.countries.geometries.map(each => ({
    type: 'Feature',
    properties: each.properties,
    geometry: { type: each.type, coordinates: coordinates(each, arcs) },
  }));
}

// Each point is the difference to the one before, in steps of a grid.
function unpack(arc, { scale, translate }) {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function coordinates(geometry, arcs) {
  const polygon = rings => rings.map(each => ring(each, arcs));
  return geometry.type === 'Polygon' ? polygon(geometry.arcs) : geometry.arcs.map(polygon);
}

// A negative index is an arc gone the other way; the end of one is the start of the next.
function ring(indexes, arcs) {
  const points = [];
  for (const index of indexes) {
    const arc = index >= 0 ? arcs[index] : [...arcs[~index]].reverse();
    points.push(...(points.length > 0 ? arc.slice(1) : arc));
  }
  return unbroken(points);
}

// A country that reaches over 180° goes on to 190° and does not come back round the whole world.
function unbroken(points) {
  let turn = 0;
  return points.map(([x, y], index) => {
    if (index > 0) {
      const step = x - points[index - 1][0];
      turn += step > 180 ? -360 : step < -180 ? 360 : 0;
    }
    return [x + turn, y];
  });
}
