import type { Speed } from './measure';
import type { Profile } from './profile';
import type { Row } from './workload';

/** What the measured process is told. Every order is answered by one message. */
export type Order =
  | { do: 'load'; documents: number }
  | { do: 'row'; row: Row; documents: number; seconds: number; profileSeconds: number }
  | { do: 'contest'; documents: number }
  | { do: 'call'; name: string; documents: number; seconds: number; atOnce: number }
  | { do: 'tokens'; count: number }
  | { do: 'newSeats'; round: string }
  | { do: 'seatsLeft'; round: string }
  | { do: 'resident' }
  | { do: 'scribble'; documents: number }
  | { do: 'close' };

export type Loaded = { perSecond: number; rssMb: number; bytesPerDocument: number };
export type RowMeasured = { speed: Speed; examined: number | null; profile: Profile | null; rssMb: number };
export type Ready = { url: string; openMs: number };
/** A resident of the seeded community with a conversation of theirs: who reads and writes. */
export type ResidentCall = { openid: string; token: string; threadId: string };

/** How the process is started: from its arguments, as JSON. */
export type Setting = {
  dataDir: string;
  transport: 'http' | 'in-process';
  /** With the app's own functions and its demo community, besides the plain ones. */
  isApp: boolean;
  /** As a community runs it: no developer page, no record of calls. Development when not given. */
  isService?: boolean;
};
