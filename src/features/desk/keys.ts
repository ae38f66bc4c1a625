/** What the desk's keys do, in the order in which the list of keys shows them. */
export const KEYS = {
  next: 'j',
  previous: 'k',
  take: 't',
  reply: 'r',
  resolve: 'e',
  send: 'Ctrl+Enter',
  search: '/',
  contact: 'p',
  record: 'n',
  help: '?',
} as const;

export const KEY_LINES: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  { keys: ['J', '↓'], words: '下一条会话' },
  { keys: ['K', '↑'], words: '上一条会话' },
  { keys: ['T'], words: '接单' },
  { keys: ['R'], words: '写回复' },
  { keys: ['Ctrl + Enter'], words: '发送写好的回复' },
  { keys: ['1', '…', '9'], words: '放入常用回复；正在打字时按 Alt + 数字' },
  { keys: ['E'], words: '办结' },
  { keys: ['/'], words: '查找会话' },
  { keys: ['P'], words: '查看联系电话（会留下记录）' },
  { keys: ['N'], words: '代录：来电、上门、群消息' },
  { keys: ['Esc'], words: '离开输入框，关闭弹出的窗口' },
  { keys: ['?'], words: '打开这张按键表' },
];
