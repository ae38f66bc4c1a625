import * as z from 'zod/mini';
import { activityView } from '../activities/activity.schema';
import { dutyView } from '../desk/duty.schema';
import { threadCard } from '../desk/thread.schema';
import { defineAction } from '../kernel/action';
import { EVERYONE } from '../kernel/roles';
import { noticeView } from '../notices/notice.schema';
import { meView } from '../people/people.schema';
import { wishView } from '../wishes/wish.schema';

/** How many of each the first screen shows. */
export const HOME_LIMITS = { notices: 5, threads: 3, wishes: 4, activities: 3 } as const;

/** The first screen in one call: what should I know, what can I do now. This area alone composes the others. */
export const homeView = z.object({
  me: meView,
  duty: dutyView,
  notices: z.array(noticeView),
  threads: z.array(threadCard),
  unreadCount: z.number(),
  wishes: z.array(wishView),
  activities: z.array(activityView),
  /** For staff: what waits at the desk. Null for everyone else. */
  staff: z.nullable(
    z.object({
      waitingCount: z.number(),
      submittedWishCount: z.number(),
      bindingRequestCount: z.number(),
      isOnDuty: z.boolean(),
    }),
  ),
});
export type HomeView = z.output<typeof homeView>;

export const getHome = defineAction({
  name: 'home.get',
  zh: '首页',
  audience: 'resident',
  by: EVERYONE,
  kind: 'read',
  input: z.object({}),
  output: homeView,
  errors: [],
});

export const homeActions = { getHome } as const;
