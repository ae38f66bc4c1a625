import { defineWorkflow } from '../kernel/workflow';

/** A community's ready-made answers: whoever works at the desk keeps them. */
export const phraseWorkflow = defineWorkflow({
  id: 'phrase',
  zh: '常用回复',
  initial: 'kept',
  states: {
    kept: { zh: '使用中' },
    removed: { zh: '已删除', final: true },
  },
  transitions: {
    change: { zh: '修改', from: ['kept'], to: 'kept', by: ['staff'] },
    remove: { zh: '删除', from: ['kept'], to: 'removed', by: ['staff'] },
  },
});
