/** A guest book: one collection, one function. */
export const localcloud = {
  env: 'guest-book',
  collections: [{ name: 'greetings', indexes: [{ name: 'newest', keys: [{ field: 'at', direction: -1 }] }] }],
  functions: [{ name: 'greet', timeoutSeconds: 3, clientCallable: true, load: () => import('./greet.mjs') }],
};
