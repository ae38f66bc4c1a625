import type { EnvironmentClock } from '../../clock';
import { messageOf } from '../../error-facts';
import { isRecord, textParam, type Params } from '../../protocol/params';
import type { Store } from '../../store/store';
import type { QueryLog } from '../database/query-log';
import { excerpt, type CallLog, type CallRecord } from '../functions/call-log';
import type { Identities } from '../identity/identities';
import type { IssuedSession, Sessions } from '../identity/sessions';
import { signInAs } from '../identity/sign-in';
import type { ClockControl } from '../timers/clock-control';
import type { TimersService } from '../timers/timers-service';
import type { WechatCall, WechatRecorder } from '../wechat/wechat-recorder';
import { browseDocuments } from './browse';
import { CollectionCensus } from './collections';

/** How the app's own pages keep a session in the browser, so that the page can open the app as somebody. */
export type BrowserSession = { storageKey: string; valueOf(session: IssuedSession): string };

/** What the page looks at and acts on. */
export type InspectorParts = {
  env: string;
  store: Store;
  calls: CallLog;
  queries: QueryLog;
  timers: TimersService;
  clock: EnvironmentClock;
  clockControl: ClockControl;
  wechat: WechatRecorder;
  identities: Identities;
  sessions: Sessions;
  browserSession: BrowserSession | undefined;
};

/** Answers by method and name, e.g. `POST timers/run`. */
export type InspectorApi = Readonly<Record<string, (asked: Params) => object | Promise<object>>>;

/** What was asked for cannot be done; the message says why. */
export class InspectorRefusal extends Error {}

const WECHAT_SHOWN = 200;
const MAX_SHOWN_CHARACTERS = 20_000;

export function inspectorApi(parts: InspectorParts): InspectorApi {
  const { store, calls, queries, timers, clock, clockControl, wechat, identities, sessions } = parts;
  const census = new CollectionCensus(store);
  const clockState = () => ({ now: clock.now().toISOString(), isMoved: clock.isMoved });
  return {
    'GET pulse': () => ({
      env: parts.env,
      clock: clockState(),
      versions: {
        store: census.version,
        calls: calls.version,
        queries: queries.version,
        timers: timers.version,
      },
    }),
    'GET collections': () => ({ collections: census.take() }),
    'POST documents': (asked) => browseDocuments(store, asked, clock.now()),
    'GET queries': () => ({ queries: queries.list() }),
    'GET calls': () => {
      const outside = calls.outsideCalls();
      return { calls: calls.recent().map(summaryOf), outside };
    },
    'GET call': (asked) => ({
      call: calls.find(textParam(asked, 'id')) ?? refuse('this call is no longer kept'),
    }),
    'POST clear': () => {
      calls.clear();
      queries.clear();
      return {};
    },
    'GET timers': () => ({ timers: timers.list() }),
    'POST timers/run': async (asked) => {
      const name = textParam(asked, 'name');
      if (!timers.has(name)) refuse(`no timer is called ${name}`);
      return { run: await timers.tryRun(name, 'request') };
    },
    'POST clock/set': (asked) => {
      attempt(() => clockControl.set(new Date(textParam(asked, 'to'))));
      return clockState();
    },
    'POST clock/advance': async (asked) => {
      const runs = await clockControl
        .advance(Number(asked['ms']))
        .catch((error: unknown) => refuse(messageOf(error)));
      return { ...clockState(), runs };
    },
    'POST clock/reset': () => {
      clockControl.reset();
      return clockState();
    },
    'GET wechat': () => ({ sent: wechat.latest(WECHAT_SHOWN).map(shownCall) }),
    'GET identities': () => ({
      identities: identities.list(),
      opensApp: parts.browserSession !== undefined,
    }),
    'POST identities/sign-in': (asked) => {
      const session = signInAs(asked, identities, sessions);
      const { browserSession } = parts;
      const keep = browserSession && {
        storageKey: browserSession.storageKey,
        value: browserSession.valueOf(session),
      };
      return { ...session, ...(keep ? { keep } : {}) };
    },
  };
}

function summaryOf({ operations, event: _event, ...call }: CallRecord): object {
  return { ...call, isUnindexed: operations.some(({ indexed }) => indexed === false) };
}

function shownCall({ request, response, ...call }: WechatCall): object {
  return { ...call, to: recipientOf(request), request: shown(request), response: shown(response) };
}

/** WeChat's APIs name the person they are about in one of these fields. */
function recipientOf(request: unknown): string {
  const fields = isRecord(request) ? [request['touser'], request['toUser'], request['openid']] : [];
  return fields.find((field): field is string => typeof field === 'string') ?? '';
}

// A picture sent along as text would be most of the answer.
function shown(value: unknown): unknown {
  return JSON.stringify(value).length > MAX_SHOWN_CHARACTERS ? excerpt(value) : value;
}

function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    refuse(messageOf(error));
  }
}

function refuse(message: string): never {
  throw new InspectorRefusal(message);
}
