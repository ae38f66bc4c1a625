import { defineWorkflow } from '../kernel/workflow';

/** Somebody keeps an eye on a place until a time, e.g. at night until the plumber comes. */
export const watchWorkflow = defineWorkflow({
  id: 'watch',
  zh: '值守',
  initial: 'running',
  states: {
    running: { zh: '值守中' },
    ended: { zh: '已结束', final: true },
    handedOver: { zh: '已换人接着守', final: true },
  },
  transitions: {
    end: { zh: '结束值守', from: ['running'], to: 'ended', by: ['staff'] },
    handOver: { zh: '换人接着守', from: ['running'], to: 'handedOver', by: ['staff'] },
  },
});
