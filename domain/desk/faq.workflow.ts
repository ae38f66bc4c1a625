import { defineWorkflow } from '../kernel/workflow';

/** An answer of the community's: written, read by everyone, checked again and again, and one day withdrawn. */
export const faqWorkflow = defineWorkflow({
  id: 'faq',
  zh: '常见问题',
  initial: 'draft',
  states: {
    draft: { zh: '草稿' },
    published: { zh: '已发布' },
    retired: { zh: '已停用' },
  },
  transitions: {
    revise: { zh: '修改草稿', from: ['draft'], to: 'draft', by: ['staff'] },
    publish: { zh: '发布', from: ['draft'], to: 'published', by: ['staff'] },
    change: { zh: '修改', from: ['published'], to: 'published', by: ['staff'] },
    check: { zh: '核对无误', from: ['published'], to: 'published', by: ['staff'] },
    retire: { zh: '停用', from: ['draft', 'published'], to: 'retired', by: ['staff'] },
    restore: { zh: '恢复为草稿', from: ['retired'], to: 'draft', by: ['staff'] },
  },
});

/** "This answered it": stands until the same person asks the desk all the same. */
export const faqHelpWorkflow = defineWorkflow({
  id: 'faqHelp',
  zh: '回答有帮助',
  initial: 'solved',
  states: {
    solved: { zh: '已解决，没有再发' },
    void: { zh: '后来还是问了值班人员', final: true },
  },
  transitions: {
    askAfterAll: { zh: '还是问了', from: ['solved'], to: 'void', by: ['system'] },
  },
});
