import type { ActivityView, RollView, SeatView } from '@domain/activities/activity.schema';

export const at = (words: string): number => Date.parse(`${words}+08:00`);

/** An activity as the cloud sends it: next Sunday, seats left, nothing to do with the reader. */
export const activityView = (part: Partial<ActivityView> = {}): ActivityView => ({
  activityId: 'a1',
  title: '头花发夹课',
  summary: '跟着老师做两个发夹，材料都备好了。',
  category: 'craft',
  place: '社区二楼活动室',
  host: '红石榴志愿队',
  bring: '',
  safetyNote: '',
  startsAt: at('2026-11-22T09:30:00'),
  endsAt: at('2026-11-22T11:00:00'),
  enrolUntil: at('2026-11-21T18:00:00'),
  seats: 20,
  seatsLeft: 3,
  waitingCount: 0,
  status: 'published',
  cancelReason: null,
  mine: null,
  moves: [],
  version: 1,
  ...part,
});

export const seatView = (part: Partial<SeatView> = {}): SeatView => ({
  personId: 'p1',
  name: '张桂兰',
  homeLabel: '1号楼1单元101',
  status: 'confirmed',
  ticketCode: '4821',
  enrolledAt: at('2026-11-19T08:00:00'),
  checkedInAt: null,
  moves: ['checkIn'],
  ...part,
});

export const rollView = (
  seats: SeatView[],
  activity = activityView({ moves: ['revise', 'cancel'] }),
): RollView => ({
  activity,
  seats,
  confirmedCount: seats.filter((seat) => seat.status !== 'waiting').length,
  attendedCount: seats.filter((seat) => seat.status === 'attended').length,
});
