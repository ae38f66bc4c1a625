import type { HomeView } from '@domain/home/home.actions';
import { HOUR } from '@domain/kernel/time';
import type { NoticeView } from '@domain/notices/notice.schema';
import type { MeView } from '@domain/people/people.schema';

export const NIGHT = Date.UTC(2026, 10, 21, 18, 10);

export const zhang: MeView = {
  personId: 'p-zhang',
  name: '张桂兰',
  face: 'f05',
  roles: ['resident'],
  status: 'bound',
  homeLabel: '3号楼2单元502室',
  refusal: null,
  moves: [],
  community: {
    name: '锦绣城社区',
    subdistrict: '棉纺路街道',
    address: '棉纺路18号',
    phone: '0371-60000000',
    replyWithinMinutes: 15,
  },
};

const person = (personId: string, name: string) => ({ personId, name, face: 'f02' });

export const notice = (part: Partial<NoticeView>): NoticeView => ({
  noticeId: 'n1',
  kind: 'water',
  level: 'orange',
  title: '今晚停水',
  body: '管道抢修',
  whatToDo: '提前储水',
  issuer: '社区居委会',
  startsAt: NIGHT + HOUR,
  endsAt: NIGHT + 9 * HOUR,
  status: 'published',
  revision: 1,
  targetLabel: '3号楼',
  publishedAt: NIGHT - HOUR,
  revisedAt: null,
  cancelReason: null,
  myAnswer: null,
  canAnswer: true,
  moves: [],
  version: 1,
  ...part,
});

export const home = (part: Partial<HomeView> = {}): HomeView => ({
  me: zhang,
  duty: {
    now: {
      shiftId: 's1',
      startsAt: NIGHT - 4 * HOUR,
      endsAt: NIGHT + 4 * HOUR,
      people: [person('a', '刘洋'), person('b', '孙静')],
    },
    next: {
      shiftId: 's2',
      startsAt: NIGHT + 4 * HOUR,
      endsAt: NIGHT + 12 * HOUR,
      people: [person('c', '赵敏')],
    },
    secretary: person('s', '白蕊'),
    phone: '0371-60000000',
    replyWithinMinutes: 15,
  },
  notices: [],
  threads: [],
  unreadCount: 0,
  wishes: [],
  activities: [],
  staff: null,
  ...part,
});
