import { positionsOf, type Geometry } from './geometry';
import { covers, crosses, distanceToSegment, touches, type Segment } from './plane';
import { angleBetween, capAround, planeAt, type Cap, type PlanePoint, type Position } from './sphere';

/** A geometry laid out on a plane: every edge (a point is an edge of no length), and the rings of its polygons. */
type Layout = { edges: Segment[]; polygons: Segment[][][]; corners: PlanePoint[] };

/** Whether the two share a point. `area` decides where the plane touches the globe. */
export function intersects(geometry: Geometry, area: Geometry): boolean {
  const [a, b] = layOut(geometry, area);
  if (!a || !b) return false;
  return (
    a.edges.some((edge) => b.edges.some((other) => touches(edge, other))) || holdsAny(b, a) || holdsAny(a, b)
  );
}

/** Whether all of `geometry` lies in the polygons of `area`. */
export function isWithin(geometry: Geometry, area: Geometry): boolean {
  const [inner, outer] = layOut(geometry, area);
  if (!inner || !outer) return false;
  return outer.polygons.some((rings) => {
    if (!inner.corners.every((corner) => covers(rings, corner))) return false;
    if (inner.edges.some((edge) => rings.flat().some((other) => crosses(edge, other)))) return false;
    // A hole inside a polygon that is to be held whole.
    const holes = rings.slice(1).flatMap(([first]) => first?.slice(0, 1) ?? []);
    return !holes.some((corner) => inner.polygons.some((polygon) => covers(polygon, corner)));
  });
}

export function isWithinCap(geometry: Geometry, { centre, radius }: Cap): boolean {
  return positionsOf(geometry).every((position) => angleBetween(centre, position) <= radius);
}

/** The angle from a position to the nearest point of a geometry, in radians; 0 inside a polygon. */
export function angleTo(position: Position, geometry: Geometry): number {
  const toCorners = Math.min(...positionsOf(geometry).map((corner) => angleBetween(position, corner)));
  if (geometry.lines.length === 0 && geometry.polygons.length === 0) return toCorners;
  const layout = place(geometry, planeAt(position));
  if (!layout) return toCorners;
  const origin: PlanePoint = [0, 0];
  if (layout.polygons.some((rings) => covers(rings, origin))) return 0;
  // On a plane that touches the globe at the position itself, nearer is nearer.
  const nearest = Math.min(...layout.edges.map((edge) => distanceToSegment(origin, edge)));
  return Math.min(toCorners, Math.atan(nearest));
}

function holdsAny(holder: Layout, { corners }: Layout): boolean {
  return holder.polygons.some((rings) => corners.some((corner) => covers(rings, corner)));
}

function layOut(geometry: Geometry, area: Geometry): [Layout | undefined, Layout | undefined] {
  const plane = planeAt(capAround(positionsOf(area)).centre);
  return [place(geometry, plane), place(area, plane)];
}

function place(
  { points, lines, polygons }: Geometry,
  plane: (position: Position) => PlanePoint | undefined,
): Layout | undefined {
  const chain = (positions: readonly Position[]): Segment[] | undefined => {
    const placed = positions.map(plane).filter((point) => point !== undefined);
    if (placed.length < positions.length) return undefined;
    return placed.slice(1).map((point, i): Segment => [placed[i] ?? point, point]);
  };
  const dots = points.map((point) => chain([point, point]));
  const strokes = lines.map(chain);
  const rings = polygons.map((polygon) => polygon.map(chain));
  const isWhole = [...dots, ...strokes, ...rings.flat()].every((segments) => segments !== undefined);
  if (!isWhole) return undefined;
  const known = (segments: Segment[] | undefined): Segment[] => segments ?? [];
  const placedRings = rings.map((polygon) => polygon.map(known));
  const edges = [...dots.flatMap(known), ...strokes.flatMap(known), ...placedRings.flat(2)];
  return { edges, polygons: placedRings, corners: edges.flat() };
}
