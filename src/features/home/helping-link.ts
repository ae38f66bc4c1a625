export type SharedPage = { readonly title: string; readonly path: string };

/**
 * The card a family member gets: it opens the question box for whoever sent it. It carries no name, and the cloud lets
 * only people of the same household write for them (`thread.helped`), so a card that went astray tells nothing.
 */
export const helpingLink = (personId: string): SharedPage => ({
  title: '请您帮我跟社区说件事',
  path: `/pages/tabs/desk/index?helpFor=${personId}`,
});
