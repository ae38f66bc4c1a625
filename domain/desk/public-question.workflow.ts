import { defineWorkflow } from '../kernel/workflow';

/** A thread's question made public: anonymised, read by staff, answered by vetted neighbours and the desk. */
export const publicQuestionWorkflow = defineWorkflow({
  id: 'publicQuestion',
  zh: '公开答复',
  initial: 'proposed',
  states: {
    proposed: { zh: '待审核' },
    open: { zh: '已公开' },
    declined: { zh: '未公开', final: true },
    withdrawn: { zh: '已撤下', final: true },
  },
  transitions: {
    publish: { zh: '公开', from: ['proposed'], to: 'open', by: ['staff'] },
    decline: { zh: '不公开', from: ['proposed'], to: 'declined', by: ['staff'] },
    answer: { zh: '解答', from: ['open'], to: 'open', by: ['staff', 'vetted'] },
    judge: { zh: '核对解答', from: ['open'], to: 'open', by: ['staff'] },
    withdraw: { zh: '撤下', from: ['open'], to: 'withdrawn', by: ['staff', 'asker'] },
  },
});
