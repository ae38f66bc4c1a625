import type { PlanePoint } from './sphere';

export type Segment = readonly [PlanePoint, PlanePoint];

/** Well under a millimetre on the ground. */
const TOLERANCE = 1e-12;

/** How far a point lies from a segment; a segment may be a single point. */
export function distanceToSegment([x, y]: PlanePoint, [[ax, ay], [bx, by]]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Whether two segments share a point, ends included. */
export function touches(a: Segment, b: Segment): boolean {
  if (crosses(a, b)) return true;
  return (
    a.some((end) => distanceToSegment(end, b) <= TOLERANCE) ||
    b.some((end) => distanceToSegment(end, a) <= TOLERANCE)
  );
}

/** Whether two segments cross each other, each with ends strictly on both sides of the other. */
export function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([ax, ay]: PlanePoint, [bx, by]: PlanePoint, [x, y]: PlanePoint): number {
  const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return Math.abs(turn) <= TOLERANCE * Math.hypot(bx - ax, by - ay) ? 0 : turn;
}

/** Whether a point lies in a polygon (its first ring) and outside its holes (the others); the rim belongs to it. */
export function covers(rings: readonly (readonly Segment[])[], point: PlanePoint): boolean {
  if (rings.flat().some((segment) => distanceToSegment(point, segment) <= TOLERANCE)) return true;
  const [outer = [], ...holes] = rings;
  return isInside(outer, point) && !holes.some((hole) => isInside(hole, point));
}

function isInside(ring: readonly Segment[], [x, y]: PlanePoint): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of ring)
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  return inside;
}
