import { defineWorkflow } from '../kernel/workflow';

/** An activity or course of the community. */
export const activityWorkflow = defineWorkflow({
  id: 'activity',
  zh: '活动',
  initial: 'published',
  states: {
    published: { zh: '报名中' },
    cancelled: { zh: '已取消', final: true },
    finished: { zh: '已结束', final: true },
  },
  transitions: {
    revise: { zh: '修改', from: ['published'], to: 'published', by: ['staff'] },
    cancel: { zh: '取消活动', from: ['published'], to: 'cancelled', by: ['staff'] },
    finish: { zh: '结束', from: ['published'], to: 'finished', by: ['system'] },
  },
});

/** One person's place in an activity. */
export const enrolmentWorkflow = defineWorkflow({
  id: 'enrolment',
  zh: '报名',
  initial: 'waiting',
  states: {
    waiting: { zh: '候补中' },
    confirmed: { zh: '已报名' },
    attended: { zh: '已签到' },
    left: { zh: '已取消', final: true },
  },
  transitions: {
    promote: { zh: '转正', from: ['waiting'], to: 'confirmed', by: ['system'] },
    leave: { zh: '取消报名', from: ['waiting', 'confirmed'], to: 'left', by: ['enrollee'] },
    checkIn: { zh: '签到', from: ['confirmed'], to: 'attended', by: ['staff'] },
    undoCheckIn: { zh: '撤销签到', from: ['attended'], to: 'confirmed', by: ['staff'] },
  },
});
