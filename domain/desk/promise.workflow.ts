import { defineWorkflow } from '../kernel/workflow';

/** Something the desk has promised a resident by a time, e.g. that a plumber comes tomorrow morning. */
export const promiseWorkflow = defineWorkflow({
  id: 'promise',
  zh: '承诺',
  initial: 'made',
  states: {
    made: { zh: '待兑现' },
    kept: { zh: '已兑现', final: true },
    broken: { zh: '没能兑现', final: true },
  },
  transitions: {
    postpone: { zh: '改时间', from: ['made'], to: 'made', by: ['staff'] },
    keep: { zh: '已兑现', from: ['made'], to: 'kept', by: ['staff'] },
    breakOff: { zh: '没能兑现', from: ['made'], to: 'broken', by: ['staff'] },
  },
});
