import { defineWorkflow } from '../kernel/workflow';

/** The sheet that goes from the pair leaving the desk to the pair that comes. */
export const handoverWorkflow = defineWorkflow({
  id: 'handover',
  zh: '交接班',
  initial: 'open',
  states: {
    open: { zh: '待接班签字' },
    signed: { zh: '已交接', final: true },
  },
  transitions: {
    gather: { zh: '汇总', from: ['open'], to: 'open', by: ['system'] },
    note: { zh: '写交班留言', from: ['open'], to: 'open', by: ['leaving', 'secretary'] },
    sign: { zh: '接班签字', from: ['open'], to: 'signed', by: ['coming', 'secretary'] },
    remind: { zh: '提醒签字', from: ['open'], to: 'open', by: ['system'] },
  },
});
