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
