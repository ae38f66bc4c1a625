import { WISH_ERROR_WORDS } from '@domain/wishes/wish.actions';
import {
  checkCard,
  checkCardForSomeone,
  EMPTY_CARD,
  EMPTY_CARD_FOR_SOMEONE,
  type CardDraft,
} from '@/features/wishes/wish-draft';

const filled: CardDraft = { title: '一个书包', detail: '', category: 'schoolbag', phone: '13837112345' };
const faultsOf = (draft: CardDraft) => {
  const checked = checkCard(draft);
  return checked.ok ? {} : Object.fromEntries(checked.faults.map(({ field, words }) => [field, words]));
};

describe('a wish card before it is sent', () => {
  it('goes through with a wish, a kind and a number, and no details', () => {
    expect(checkCard(filled)).toEqual({ ok: true, value: filled });
  });

  it('says at each blank field what is missing', () => {
    expect(faultsOf(EMPTY_CARD)).toEqual({
      title: '心愿至少写2个字',
      category: '请选一个最接近的类别',
      phone: '还没有填写联系电话',
    });
  });

  it('tells a wrong number from a missing one', () => {
    expect(faultsOf({ ...filled, phone: '12345' })).toEqual({ phone: '电话号码不对，请检查后重新填写' });
  });

  it('takes a landline', () => {
    expect(faultsOf({ ...filled, phone: '0371-67100001' })).toEqual({});
  });

  it('refuses money at the field that speaks of it, with the sentence the cloud would say', () => {
    expect(faultsOf({ ...filled, detail: '或者转账给我也行' })).toEqual({
      detail: WISH_ERROR_WORDS.WISH_MENTIONS_CASH,
    });
    expect(faultsOf({ ...filled, title: '想要现 金' })).toEqual({
      title: WISH_ERROR_WORDS.WISH_MENTIONS_CASH,
    });
  });

  it('wants a name and a place when staff write it for somebody', () => {
    const checked = checkCardForSomeone({ ...EMPTY_CARD_FOR_SOMEONE, ...filled });
    expect(checked).toEqual({
      ok: false,
      faults: [
        { field: 'contactName', words: '称呼至少写2个字' },
        { field: 'place', words: '住处至少写2个字' },
      ],
    });
  });
});
