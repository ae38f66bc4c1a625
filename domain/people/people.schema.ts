import * as z from 'zod/mini';
import { phoneSchema, text } from '../kernel/input';
import type { Home } from '../kernel/person';
import type { RecordBase } from '../kernel/record';
import { ROLES, type Role } from '../kernel/roles';
import type { Building } from './place';

export const PEOPLE_LIMITS = { nameMax: 20, reasonMax: 100 } as const;

export type Grid = { readonly gridId: string; readonly name: string; readonly workerName: string };

/** The register of one community. */
export type Community = RecordBase & {
  readonly status: 'active';
  readonly name: string;
  readonly subdistrict: string;
  readonly address: string;
  readonly phone: string;
  /** The promise of the desk: a first reply within so many minutes, day and night. */
  readonly replyWithinMinutes: number;
  readonly buildings: readonly Building[];
  readonly grids: readonly Grid[];
  /** When the desk acts by itself; absent means the usual times (see the desk area). */
  readonly deskTimes?: Readonly<Record<string, number>>;
  /** Words of danger this community has added to the built-in ones, by what they call for. */
  readonly emergencyWords?: readonly { readonly word: string; readonly kind: string }[];
  /** Whom to call about escaping gas here; empty or absent while nobody has entered it. */
  readonly gasPhone?: string;
  /** When the roster is next looked through for hours that nobody covers. */
  readonly rosterCheckAt?: number;
};

type PersonBase = RecordBase & {
  /** The platform's identity. Stored to send messages; no reply ever contains it. */
  readonly openid: string;
  readonly name: string;
  readonly face: string;
  readonly roles: readonly Role[];
  /** Encrypted at rest; see the platform's secrets. */
  readonly sealedPhone: string | null;
  /** Why the last request was refused; shown to the person alone. */
  readonly refusal: string | null;
  /** The grids a grid worker looks after; entered with the role. */
  readonly gridIds?: readonly string[];
};

export type PersonRecord =
  | (PersonBase & { readonly status: 'unbound'; readonly home: null })
  | (PersonBase & { readonly status: 'requested'; readonly home: Home; readonly requestedAt: number })
  | (PersonBase & { readonly status: 'bound'; readonly home: Home; readonly requestedAt: number });

export const bindingRequestInput = z.object({
  buildingId: z.string().check(z.minLength(1), z.maxLength(20)),
  entrance: z.int().check(z.minimum(1), z.maximum(50)),
  room: z.string().check(z.regex(/^\d{3,4}$/)),
  name: text(PEOPLE_LIMITS.nameMax, 2),
  phone: phoneSchema,
});

export const refuseReason = text(PEOPLE_LIMITS.reasonMax, 2);

export const roleSchema = z.enum(ROLES);

export const meView = z.object({
  personId: z.string(),
  name: z.string(),
  face: z.string(),
  roles: z.array(roleSchema),
  status: z.enum(['unbound', 'requested', 'bound']),
  homeLabel: z.nullable(z.string()),
  refusal: z.nullable(z.string()),
  moves: z.array(z.string()),
  community: z.object({
    name: z.string(),
    subdistrict: z.string(),
    address: z.string(),
    phone: z.string(),
    replyWithinMinutes: z.number(),
  }),
});
export type MeView = z.output<typeof meView>;

export const buildingView = z.object({
  buildingId: z.string(),
  name: z.string(),
  gridId: z.string(),
  entrances: z.number(),
  floors: z.number(),
  doorsPerFloor: z.number(),
});
export const placesView = z.object({
  buildings: z.array(buildingView),
  grids: z.array(z.object({ gridId: z.string(), name: z.string(), workerName: z.string() })),
});
export type PlacesView = z.output<typeof placesView>;

export const bindingCard = z.object({
  personId: z.string(),
  name: z.string(),
  phoneMasked: z.string(),
  homeLabel: z.string(),
  requestedAt: z.number(),
  /** How many people of that household are bound already. */
  boundCount: z.number(),
  moves: z.array(z.string()),
});
export type BindingCard = z.output<typeof bindingCard>;

export const personContactView = z.object({ name: z.string(), phone: z.string() });
