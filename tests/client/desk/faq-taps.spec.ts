import { countSolved, sendSolved } from '@/features/desk/faq-taps';
import { gives, openCloud, refuses } from '../../support/cloud-door';
import { signIn } from '../../support/signed-in';

let people = 0;
beforeEach(() => signIn(`helped-${(people += 1)}`));

it('is counted once under one key though the network was away, when it is back', async () => {
  let isLost = true;
  const sent = openCloud({ 'faq.solved': () => (isLost ? 'lost' : gives({})) });
  await countSolved('faq-heating');
  isLost = false;
  await sendSolved();
  await sendSolved();
  expect(sent.map(({ input }) => input)).toEqual([{ faqId: 'faq-heating' }, { faqId: 'faq-heating' }]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

it('is not tried for ever when the entry is gone, and lets the next one through', async () => {
  const sent = openCloud({
    'faq.solved': ({ faqId }: { faqId: string }) => (faqId === 'gone' ? refuses('FAQ_NOT_FOUND') : gives({})),
  });
  await countSolved('gone');
  await countSolved('faq-dogs');
  await sendSolved();
  expect(sent.map(({ input }) => input)).toEqual([{ faqId: 'gone' }, { faqId: 'faq-dogs' }]);
});

it('stays with the person who tapped', async () => {
  const sent = openCloud({ 'faq.solved': () => 'lost' });
  await countSolved('faq-heating');
  signIn(`helped-${(people += 1)}`);
  await sendSolved();
  expect(sent).toHaveLength(1);
});
