import { getHome } from '@domain/home/home.actions';
import * as actions from '@domain/people/people.actions';
import type { PersonRecord } from '@domain/people/people.schema';
import { cast } from '../support/cast';
import { openCommunity, type TestCommunity } from '../support/community';

const { newcomer, auntieZhang, staffZhao, otherStaff } = cast;

describe('people and their homes', () => {
  let community: TestCommunity;
  beforeEach(async () => {
    community = await openCommunity();
  });
  afterEach(() => community.close());

  const request = { buildingId: 'b02', entrance: 1, room: '1101', name: '马小虎', phone: '13912345678' };

  it('let a newcomer ask for a home, and staff confirm it', async () => {
    expect(await community.must(newcomer, actions.getMe, {})).toMatchObject({
      status: 'unbound',
      roles: ['visitor'],
      moves: ['request'],
    });
    expect(await community.must(newcomer, actions.requestBinding, request)).toMatchObject({
      status: 'requested',
      homeLabel: '2号楼1单元1101室',
    });
    const queue = await community.must(staffZhao, actions.listBindings, {});
    expect(queue.items).toMatchObject([{ name: '马小虎', phoneMasked: '139****5678', boundCount: 0 }]);
    await community.must(staffZhao, actions.confirmBinding, { personId: newcomer.personId });
    expect(await community.must(newcomer, actions.getMe, {})).toMatchObject({
      status: 'bound',
      roles: ['resident'],
    });
  });

  it('tell a newcomer why they were refused, and let them ask again', async () => {
    await community.must(newcomer, actions.requestBinding, request);
    await community.must(staffZhao, actions.refuseBinding, {
      personId: newcomer.personId,
      reason: '登记的户主姓名不符',
    });
    expect(await community.must(newcomer, actions.getMe, {})).toMatchObject({
      status: 'unbound',
      refusal: '登记的户主姓名不符',
    });
    expect(await community.must(newcomer, actions.requestBinding, request)).toMatchObject({
      status: 'requested',
      refusal: null,
    });
  });

  it('refuse a door that the register does not have', async () => {
    for (const wrong of [{ buildingId: 'b99' }, { entrance: 2 }, { room: '1203' }, { room: '001' }]) {
      expect(await community.call(newcomer, actions.requestBinding, { ...request, ...wrong })).toMatchObject({
        code: 'HOUSEHOLD_NOT_FOUND',
      });
    }
    expect(
      await community.call(newcomer, actions.requestBinding, { ...request, phone: '12345' }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('keep the phone number sealed, and forget it when somebody moves out', async () => {
    const person = () => community.database.collection<PersonRecord>('persons').get(newcomer.personId);
    await community.must(newcomer, actions.requestBinding, request);
    expect(JSON.stringify(await person())).not.toContain(request.phone);
    await community.must(staffZhao, actions.confirmBinding, { personId: newcomer.personId });
    await community.must(newcomer, actions.moveOut, {});
    expect(await person()).toMatchObject({
      status: 'unbound',
      home: null,
      sealedPhone: null,
      roles: ['visitor'],
    });
  });

  it('take a right away from the next call on', async () => {
    await community.must(staffZhao, actions.listBindings, {});
    await community.database
      .collection<PersonRecord>('persons')
      .updateOne({ _id: staffZhao.personId }, { roles: ['resident'] });
    expect(await community.call(staffZhao, actions.listBindings, {})).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('do not let another community decide', async () => {
    await community.must(newcomer, actions.requestBinding, request);
    expect((await community.must(otherStaff, actions.listBindings, {})).items).toEqual([]);
    expect(
      await community.call(otherStaff, actions.confirmBinding, { personId: newcomer.personId }),
    ).toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });

  it('open the first screen with everything at once, for a newcomer, a resident and staff', async () => {
    expect(await community.must(newcomer, getHome, {})).toMatchObject({
      me: { status: 'unbound' },
      staff: null,
    });
    expect(await community.must(auntieZhang, getHome, {})).toMatchObject({
      me: { homeLabel: '1号楼1单元101室' },
      staff: null,
    });
    expect(await community.must(staffZhao, getHome, {})).toMatchObject({
      staff: { waitingCount: 0, isOnDuty: true },
    });
  });
});
