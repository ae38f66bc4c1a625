import cloudbase from '@cloudbase/node-sdk';

/** Adds a greeting, if there is one, and answers with the newest five. Deployed to CloudBase, it is the same file. */
export async function main({ text }, context) {
  const greetings = cloudbase.init({ env: process.env.TCB_ENV }).database().collection('greetings');
  const { WX_OPENID: from } = cloudbase.getCloudbaseContext(context);
  if (text) await greetings.add({ text, from, at: new Date() });
  const { data } = await greetings.orderBy('at', 'desc').limit(5).get();
  return { greetings: data };
}
