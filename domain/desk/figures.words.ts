export const FIGURES_ERROR_WORDS = {
  FIGURES_SPAN_WRONG: '开始日期不能晚于结束日期，一次最多看92天，请改一下日期。',
} as const;

export const SIGHT_ERROR_WORDS = {
  NO_GRID_YET: '还没有登记您负责哪个网格，请联系社区书记登记。',
} as const;
