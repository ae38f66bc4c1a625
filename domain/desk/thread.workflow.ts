import { defineWorkflow } from '../kernel/workflow';

/** What becomes of something a resident brings to the 24-hour desk. */
export const threadWorkflow = defineWorkflow({
  id: 'thread',
  zh: '服务台会话',
  initial: 'waiting',
  states: {
    waiting: { zh: '等待接单' },
    taken: { zh: '处理中' },
    resolved: { zh: '已办结，待确认' },
    confirmed: { zh: '已确认解决', final: true },
    closed: { zh: '已结束', final: true },
    withdrawn: { zh: '已撤回', final: true },
    merged: { zh: '已并入另一件', final: true },
  },
  transitions: {
    take: { zh: '接单', from: ['waiting'], to: 'taken', by: ['staff'] },
    takeOver: { zh: '转我处理', from: ['taken'], to: 'taken', by: ['staff'] },
    pause: { zh: '先等一等', from: ['taken'], to: 'taken', by: ['staff'] },
    resume: { zh: '接着办', from: ['taken'], to: 'taken', by: ['staff', 'system'] },
    transfer: { zh: '转交同事', from: ['waiting', 'taken'], to: 'taken', by: ['staff'] },
    merge: { zh: '并入另一件', from: ['waiting', 'taken'], to: 'merged', by: ['staff'] },
    handBack: { zh: '退回待接', from: ['taken'], to: 'waiting', by: ['taker'] },
    resolve: { zh: '办结', from: ['taken'], to: 'resolved', by: ['taker'] },
    confirm: { zh: '确认解决', from: ['resolved'], to: 'confirmed', by: ['asker'] },
    reopen: { zh: '还没解决', from: ['resolved'], to: 'waiting', by: ['asker'] },
    followUpFixed: { zh: '回访：已解决', from: ['resolved'], to: 'confirmed', by: ['staff'] },
    followUpAgain: { zh: '回访：没解决', from: ['resolved'], to: 'waiting', by: ['staff'] },
    followUpUnreached: { zh: '回访：没联系上', from: ['resolved'], to: 'resolved', by: ['staff'] },
    withdraw: { zh: '撤回', from: ['waiting'], to: 'withdrawn', by: ['asker'] },
    lapse: { zh: '到期结束', from: ['resolved'], to: 'closed', by: ['system'] },
  },
});
