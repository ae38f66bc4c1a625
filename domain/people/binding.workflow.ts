import { defineWorkflow } from '../kernel/workflow';

/** How a signed-in neighbour is tied to a household. */
export const bindingWorkflow = defineWorkflow({
  id: 'binding',
  zh: '住户绑定',
  initial: 'unbound',
  states: {
    unbound: { zh: '未绑定' },
    requested: { zh: '待社区确认' },
    bound: { zh: '已绑定' },
  },
  transitions: {
    request: { zh: '申请绑定', from: ['unbound'], to: 'requested', by: ['self'] },
    withdraw: { zh: '撤回申请', from: ['requested'], to: 'unbound', by: ['self'] },
    confirm: { zh: '确认', from: ['requested'], to: 'bound', by: ['staff'] },
    refuse: { zh: '不通过', from: ['requested'], to: 'unbound', by: ['staff'] },
    moveOut: { zh: '搬离解绑', from: ['bound'], to: 'unbound', by: ['self', 'staff'] },
  },
});
