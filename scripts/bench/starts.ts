import { comeToRest } from './page-cache';
import { startSubject, type Subject } from './subject-child';

/** Milliseconds: of the whole process, Node.js and the compiling of TypeScript included, and of `startLocalcloud`. */
export type StartMeasured = { start: string; readyMs: number; openMs: number };

const told = (start: string, { readyMs, openMs }: Subject): StartMeasured => ({
  start,
  readyMs: Math.round(readyMs),
  openMs: Math.round(openMs),
});

const settingOf = (dataDir: string) => ({ dataDir, transport: 'in-process', isApp: false }) as const;

export async function startEmpty(dataDir: string): Promise<StartMeasured> {
  const subject = await startSubject(settingOf(dataDir));
  await subject.close();
  return told('an empty folder', subject);
}

/** @param dataDir a folder that was closed in good order. It is killed while 64 claims at once are written, then started. */
export async function startLoaded(dataDir: string, documents: number): Promise<StartMeasured[]> {
  comeToRest(dataDir);
  const orderly = await startSubject(settingOf(dataDir));
  await orderly.kill({ do: 'scribble', documents }, 2000);
  const killed = await startSubject(settingOf(dataDir));
  await killed.close();
  const size = `${documents.toLocaleString('en')} documents`;
  return [told(`${size}, after an orderly stop`, orderly), told(`${size}, after a kill -9`, killed)];
}
