import { defineWorkflow } from '../kernel/workflow';

/** A safety notice, from the draft to its end. */
export const noticeWorkflow = defineWorkflow({
  id: 'notice',
  zh: '安全提示',
  initial: 'draft',
  states: {
    draft: { zh: '草稿' },
    published: { zh: '生效中' },
    cancelled: { zh: '已取消', final: true },
    ended: { zh: '已结束', final: true },
    discarded: { zh: '已删除', final: true },
  },
  transitions: {
    edit: { zh: '修改草稿', from: ['draft'], to: 'draft', by: ['staff'] },
    discard: { zh: '删除草稿', from: ['draft'], to: 'discarded', by: ['staff'] },
    publish: { zh: '发布', from: ['draft'], to: 'published', by: ['staff'] },
    revise: { zh: '更新', from: ['published'], to: 'published', by: ['staff'] },
    cancel: { zh: '取消提示', from: ['published'], to: 'cancelled', by: ['staff'] },
    end: { zh: '到期结束', from: ['published'], to: 'ended', by: ['system'] },
  },
});

/** One household member's answer to a notice. */
export const answerWorkflow = defineWorkflow({
  id: 'answer',
  zh: '安全提示回执',
  initial: 'acknowledged',
  states: {
    acknowledged: { zh: '已知晓' },
    needsHelp: { zh: '需要帮助' },
  },
  transitions: {
    acknowledge: {
      zh: '已知晓',
      from: ['acknowledged', 'needsHelp'],
      to: 'acknowledged',
      by: ['recipient', 'staff'],
    },
    askForHelp: {
      zh: '需要帮助',
      from: ['acknowledged', 'needsHelp'],
      to: 'needsHelp',
      by: ['recipient', 'staff'],
    },
  },
});
