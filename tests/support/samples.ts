import { waveOf } from '@/services/wave-file';
import { HOUR } from '@domain/kernel/time';

/** A short interruption of water, beginning now; where it matters, say what is different. */
export const waterNotice = (now: number) => ({
  kind: 'water' as const,
  level: 'yellow' as const,
  title: '停水两小时',
  body: '抢修',
  whatToDo: '请储水',
  issuer: '社区',
  startsAt: now,
  endsAt: now + 2 * HOUR,
  target: { kind: 'all' as const },
});

/** An hour of blood pressure checks with ten seats. */
export const healthDay = (startsAt: number) => ({
  title: '义诊',
  summary: '量血压',
  category: 'health' as const,
  place: '活动中心',
  host: '社区',
  startsAt,
  endsAt: startsAt + HOUR,
  enrolUntil: startsAt,
  seats: 10,
});

/** A fire drill the day after tomorrow, with words long enough to show what a narrow screen does with them. */
export const fireDrill = (now: number) => ({
  title: '消防演习和灭火器使用体验，欢迎全家参加',
  summary: '一起学。',
  category: 'safety' as const,
  place: '社区中心广场东侧停车场',
  host: '社区居委会和街道消防站',
  startsAt: now + 48 * HOUR,
  endsAt: now + 50 * HOUR,
  enrolUntil: now + 24 * HOUR,
  seats: 30,
});

/** A recording as the browser's recorder writes it, of silence. */
export const silence = (seconds: number): Buffer => Buffer.from(waveOf(new Float32Array(seconds * 16_000)));

/** The storage id of a recording, each of another one. */
export const voiceId = (name: string): string => `cloud://env.bucket/voices/${name.padEnd(24, 'x')}.wav`;
