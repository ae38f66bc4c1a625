export type SharedPage = { readonly title: string; readonly path: string };

/** The card a family member gets: it opens the question box, begun in the name of whoever sent it. */
export const helpingLink = (name: string): SharedPage => ({
  title: `${name}请您帮忙跟社区说件事`,
  path: `/pages/tabs/desk/index?helpFor=${encodeURIComponent(name)}`,
});
