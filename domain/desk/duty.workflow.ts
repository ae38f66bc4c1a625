import { defineWorkflow } from '../kernel/workflow';

/** A shift of the roster: the secretary plans it, those on it may pass their place on. */
export const dutyWorkflow = defineWorkflow({
  id: 'dutyShift',
  zh: '值班班次',
  initial: 'planned',
  states: {
    planned: { zh: '已排班' },
    removed: { zh: '已取消', final: true },
  },
  transitions: {
    change: { zh: '调整班次', from: ['planned'], to: 'planned', by: ['secretary'] },
    remove: { zh: '取消班次', from: ['planned'], to: 'removed', by: ['secretary'] },
    askSwap: { zh: '请人换班', from: ['planned'], to: 'planned', by: ['onShift'] },
    acceptSwap: { zh: '同意换班', from: ['planned'], to: 'planned', by: ['asked'] },
    declineSwap: { zh: '换不了', from: ['planned'], to: 'planned', by: ['asked'] },
    withdrawSwap: { zh: '不换了', from: ['planned'], to: 'planned', by: ['swapAsker'] },
    returnSwap: { zh: '换回的班次', from: ['planned'], to: 'planned', by: ['system'] },
    callOff: { zh: '请假', from: ['planned'], to: 'planned', by: ['onShift', 'secretary'] },
    cover: { zh: '顶班', from: ['planned'], to: 'planned', by: ['staff'] },
  },
});
