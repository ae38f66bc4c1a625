import { openCaller } from './caller';
import { insist, speedOf, type Speed } from './measure';
import { writeCall, readCall } from './resident';
import { startSubject, type Subject } from './subject-child';
import type { ResidentCall } from './subject-messages';

export const CONNECTIONS = 16;

/** A row of whole function calls; `transport` is how the function reaches its database. */
export type CallRow = { call: string; transport: 'http' | 'in-process'; speed: Speed };

type Bench = { seconds: number; say: (line: string) => void };

/** The plain handler, called in the server's own process and by a client in another. `subject` has the documents. */
export async function plainCalls(
  subject: Subject,
  transport: CallRow['transport'],
  documents: number,
  { seconds, say }: Bench,
): Promise<CallRow[]> {
  const inside = (atOnce: number): Promise<Speed> =>
    subject.ask({ do: 'call', name: 'claim', documents, seconds, atOnce });
  const [alone, together] = [await inside(1), await inside(CONNECTIONS)];
  const [token = ''] = await subject.ask<string[]>({ do: 'tokens', count: 1 });
  const caller = openCaller(subject.url, CONNECTIONS);
  const outside = await speedOf((i) => caller.call('claim', token, { i, documents }), {
    seconds,
    atOnce: CONNECTIONS,
  });
  caller.close();
  const rows: CallRow[] = [
    { call: 'one conditional update, called in the process, one at a time', transport, speed: alone },
    { call: `the same, ${CONNECTIONS} at once`, transport, speed: together },
    { call: 'one conditional update, POST /call', transport, speed: outside },
  ];
  rows.forEach(({ call, speed }) => say(`  ${call} (${transport}): ${speed.perSecond}/s`));
  return rows;
}

/** The app's own `resident` function over its demo community: half the calls read, half write. */
export async function residentCalls(
  dataDir: string,
  transport: CallRow['transport'],
  { seconds, say }: Bench,
): Promise<CallRow> {
  const subject = await startSubject({
    ...{ dataDir, transport, isApp: true },
    isService: transport === 'in-process',
  });
  const residents = await subject.ask<ResidentCall[]>({ do: 'resident' });
  insist(residents.length > 0, 'nobody in the demo community has an open conversation');
  const caller = openCaller(subject.url, CONNECTIONS);
  const speed = await speedOf(
    async (i) => {
      // Everybody reads and writes by turns, and people do not meet in one conversation.
      const who = residents[Math.floor(i / 2) % residents.length];
      if (!who) return;
      const event = i % 2 === 0 ? readCall : writeCall(who);
      const reply = (await caller.call('resident', who.token, event)) as { ok: boolean; code?: string };
      insist(reply.ok, `${event.action} was refused: ${reply.code}`);
    },
    { seconds, atOnce: Math.min(CONNECTIONS, residents.length) },
  );
  caller.close();
  await subject.close();
  say(`  resident, a read and a write, POST /call (${transport}): ${speed.perSecond}/s`);
  return { call: "the app's resident function, a read and a write by turns, POST /call", transport, speed };
}
