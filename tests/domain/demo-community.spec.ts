import { createHash } from 'node:crypto';
import { indexFaq } from '@domain/desk/faq-search';
import { peopleAt } from '@domain/desk/duty-coverage';
import { phoneSchema } from '@domain/kernel/input';
import { DAY, HOUR, MINUTE, dateOn, formatAt } from '@domain/kernel/time';
import { householdCount } from '@domain/people/place';
import { buildDemoCommunity, identitiesAt } from '../../scripts/seed/demo-community';

const personIdOf = (openid: string): string =>
  `p${createHash('sha256').update(openid).digest('hex').slice(0, 20)}`;
const seal = (plain: string): string => `sealed:${plain}`;
const unsealed = (sealed: string): string => sealed.replace(/^sealed:/, '');
const at = (chinaTime: string): number => Date.parse(`${chinaTime}+08:00`);

const TEN_PAST_TWO = at('2026-11-22T02:10:00');
const seed = buildDemoCommunity({ now: TEN_PAST_TWO, seal, personIdOf });
const [community] = seed.communities;
const bound = seed.persons.filter((person) => person.status === 'bound');
const withRole = (role: string) => seed.persons.filter((person) => person.roles.some((own) => own === role));

describe('锦绣城社区, as the newspaper describes it', () => {
  it('has 4,955 households behind the doors of its buildings', () => {
    const counts = (community?.buildings ?? []).map(householdCount);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4955);
  });

  it('has a worker for every grid, who lives in it', () => {
    for (const grid of community?.grids ?? []) {
      const worker = withRole('gridWorker').find(({ name }) => name === grid.workerName);
      expect(worker?.home?.gridId).toBe(grid.gridId);
    }
    expect(community?.grids.length).toBe(withRole('gridWorker').length);
    const gridIds = new Set(community?.grids.map(({ gridId }) => gridId));
    expect(new Set(community?.buildings.map(({ gridId }) => gridId))).toEqual(gridIds);
  });

  it('is served by 13 staff, one of them the secretary 白蕊', () => {
    expect(withRole('staff')).toHaveLength(12);
    expect(withRole('secretary').map(({ name }) => name)).toEqual(['白蕊']);
  });

  it('has about 1,500 households on the app, a few more people, and about 20 volunteers', () => {
    const households = new Set(bound.map(({ home }) => home.householdId)).size;
    expect(households).toBeGreaterThanOrEqual(1480);
    expect(households).toBeLessThanOrEqual(1520);
    expect(bound).toHaveLength(1560);
    expect(withRole('volunteer')).toHaveLength(20);
    expect(seed.persons.filter(({ status }) => status === 'requested').length).toBeGreaterThan(1);
  });

  it('stores telephone numbers sealed, each of them one that the app would accept', () => {
    const phones = bound.map(({ sealedPhone }) => sealedPhone ?? '');
    expect(phones.every((phone) => phone.startsWith('sealed:'))).toBe(true);
    expect(phones.every((phone) => phoneSchema.safeParse(unsealed(phone)).success)).toBe(true);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('is the same community whenever it is made for the same moment, and made in well under three seconds', () => {
    const before = process.cpuUsage();
    const again = buildDemoCommunity({ now: TEN_PAST_TWO, seal, personIdOf });
    const { user, system } = process.cpuUsage(before);
    expect(JSON.stringify(again)).toBe(JSON.stringify(seed));
    expect((user + system) / 1000).toBeLessThan(3000);
  });

  it.each(['2026-03-01T00:05:00', '2026-12-31T23:58:00'])(
    'can be made at any time of the day and of the year, such as %s, and nothing in it has yet to happen',
    (chinaTime) => {
      const now = at(chinaTime);
      const made = buildDemoCommunity({ now, seal, personIdOf });
      const records = [made.persons, made.threads, made.wishes, made.activities, made.notices, made.answers];
      const latest = (history: readonly { at: number }[]) => Math.max(...history.map((entry) => entry.at));
      const early = records
        .flat()
        .filter(({ updatedAt, history }) => Math.max(updatedAt, latest(history)) > now);
      expect(early.map(({ _id }) => _id)).toEqual([]);
    },
  );
});

describe('the roster', () => {
  const shifts = seed.duty_shifts;

  it('has two people at every hour from thirty days back to four weeks ahead', () => {
    for (let hour = TEN_PAST_TWO - 30 * DAY; hour <= TEN_PAST_TWO + 28 * DAY; hour += HOUR) {
      const people = peopleAt(shifts, hour);
      expect(people).toHaveLength(2);
    }
  });

  it('changes hands at 08:30 without a gap', () => {
    const changes = shifts.map(({ startsAt }) => formatAt(startsAt, 'HH:mm'));
    expect(new Set(changes)).toEqual(new Set(['08:30']));
    expect(shifts.slice(1).every((shift, index) => shift.startsAt === shifts[index]?.endsAt)).toBe(true);
  });

  it('asks the same of everyone', () => {
    const turns = new Map<string, number>();
    for (const { name } of shifts.flatMap(({ people }) => people))
      turns.set(name, (turns.get(name) ?? 0) + 1);
    expect(turns.size).toBe(13);
    // One more where somebody stood in for a colleague who was ill, one less for the colleague.
    expect(Math.max(...turns.values()) - Math.min(...turns.values())).toBeLessThanOrEqual(2);
  });

  it.each([TEN_PAST_TWO, at('2026-11-22T08:29:59'), at('2026-11-22T08:30:00'), at('2026-12-09T20:00:00')])(
    'names the two whom the role picker offers as on duty (%d)',
    (instant) => {
      const offered = identitiesAt(instant).filter(({ group }) => group === '今天值班');
      const people = peopleAt(shifts, instant);
      expect(offered.map(({ openid }) => personIdOf(openid)).sort()).toEqual(
        people.map(({ personId }) => personId).sort(),
      );
    },
  );

  it('offers everyone on the staff and nobody who does not exist in the role picker', () => {
    const offered = identitiesAt(TEN_PAST_TWO).map(({ openid }) => personIdOf(openid));
    const known = new Set(seed.persons.map(({ _id }) => _id));
    expect(offered.every((personId) => known.has(personId))).toBe(true);
    expect(new Set(offered).size).toBe(offered.length);
    const staffIds = [...withRole('staff'), ...withRole('secretary')].map(({ _id }) => _id);
    expect(staffIds.every((personId) => offered.includes(personId))).toBe(true);
  });
});

describe('the questions that come up again and again', () => {
  const entries = seed.faq_entries.filter(({ status }) => status === 'published');
  const search = indexFaq(entries);

  it('have at least 45 answers, each with somebody on the staff who keeps it true, and a source', () => {
    expect(entries.length).toBeGreaterThanOrEqual(45);
    const staff = [...withRole('staff'), ...withRole('secretary')].map(({ name }) => name);
    expect(entries.filter(({ owner, source }) => !staff.includes(owner.name) || source === '')).toEqual([]);
  });

  it('include two answers that are due to be checked', () => {
    expect(entries.filter(({ reviewOn }) => reviewOn < dateOn(TEN_PAST_TWO))).toHaveLength(2);
  });

  it.each(entries.map((entry) => [entry.question, entry] as const))(
    'find their answer: %s',
    (question, entry) => {
      expect(search(question)[0]?._id).toBe(entry._id);
      const unheard = entry.keywords.filter((words) => !search(words).some(({ _id }) => _id === entry._id));
      expect(unheard).toEqual([]);
    },
  );

  it('are answered by 15 minutes more often than not, at night too', () => {
    const answered = seed.threads.flatMap(({ askedAt, firstRepliedAt }) =>
      firstRepliedAt === null ? [] : [{ askedAt, waited: firstRepliedAt - askedAt }],
    );
    const inTime = answered.filter(({ waited }) => waited <= 15 * MINUTE);
    const atNight = answered.filter(({ askedAt }) => Number(formatAt(askedAt, 'H')) < 6);
    expect(inTime.length / answered.length).toBeGreaterThan(0.85);
    expect(atNight.length).toBeGreaterThanOrEqual(5);
  });
});
