import { defineWorkflow } from '../kernel/workflow';

const helpers = ['volunteer', 'gridWorker', 'staff'] as const;

/** A micro-wish, from the card to the thanks. */
export const wishWorkflow = defineWorkflow({
  id: 'wish',
  zh: '微心愿',
  initial: 'submitted',
  states: {
    submitted: { zh: '待审核' },
    open: { zh: '待认领' },
    claimed: { zh: '已认领' },
    fulfilled: { zh: '已实现' },
    thanked: { zh: '已致谢', final: true },
    declined: { zh: '未通过', final: true },
    withdrawn: { zh: '已撤回', final: true },
  },
  transitions: {
    publish: { zh: '通过上墙', from: ['submitted'], to: 'open', by: ['staff'] },
    decline: { zh: '不通过', from: ['submitted'], to: 'declined', by: ['staff'] },
    claim: { zh: '认领心愿', from: ['open'], to: 'claimed', by: helpers },
    release: { zh: '退回心愿', from: ['claimed'], to: 'open', by: ['claimer', 'staff'] },
    fulfil: { zh: '心愿已实现', from: ['claimed'], to: 'fulfilled', by: ['claimer'] },
    thank: { zh: '致谢', from: ['fulfilled'], to: 'thanked', by: ['wisher', 'recorder'] },
    withdraw: { zh: '撤回心愿', from: ['submitted', 'open'], to: 'withdrawn', by: ['wisher', 'recorder'] },
  },
});
