/** Longitude and latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number];
/** A point of a gnomonic plane, on which great circles are straight lines. */
export type PlanePoint = readonly [x: number, y: number];
/** Everything within `radius` (radians) of `centre`. */
export type Cap = { readonly centre: Position; readonly radius: number };

/** Mongo's radius of the earth. */
export const EARTH_RADIUS_METRES = 6_378_100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** The angle between two positions, in radians. */
export function angleBetween([lngA, latA]: Position, [lngB, latB]: Position): number {
  const across = Math.sin(radians(latB - latA) / 2) ** 2;
  const along = Math.sin(radians(lngB - lngA) / 2) ** 2;
  const chord = across + Math.cos(radians(latA)) * Math.cos(radians(latB)) * along;
  return 2 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A cap that holds every position, and every great circle arc between them while it is smaller than a hemisphere. */
export function capAround(positions: readonly Position[]): Cap {
  let [x, y, z] = [0, 0, 0];
  for (const [lng, lat] of positions) {
    x += Math.cos(radians(lat)) * Math.cos(radians(lng));
    y += Math.cos(radians(lat)) * Math.sin(radians(lng));
    z += Math.sin(radians(lat));
  }
  const centre: Position = [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
  return { centre, radius: Math.max(0, ...positions.map((position) => angleBetween(centre, position))) };
}

// A metre or so: the angle's arithmetic must not shut out a point on the very rim.
const RIM_DEGREES = 1e-5;

/** The latitudes a cap reaches, in degrees. */
export function latitudesOf({ centre: [, latitude], radius }: Cap): readonly [south: number, north: number] {
  const reach = degrees(radius) + RIM_DEGREES;
  return [latitude - reach, latitude + reach];
}

/** Maps positions to the plane that touches the globe at `origin`; undefined on the far hemisphere. */
export function planeAt([lng0, lat0]: Position): (position: Position) => PlanePoint | undefined {
  const sin0 = Math.sin(radians(lat0));
  const cos0 = Math.cos(radians(lat0));
  return ([lng, lat]) => {
    const turn = radians(lng - lng0);
    const sin = Math.sin(radians(lat));
    const cos = Math.cos(radians(lat));
    const depth = sin0 * sin + cos0 * cos * Math.cos(turn);
    if (depth <= 1e-9) return undefined;
    return [(cos * Math.sin(turn)) / depth, (cos0 * sin - sin0 * cos * Math.cos(turn)) / depth];
  };
}
