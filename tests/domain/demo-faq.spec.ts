import { createHash } from 'node:crypto';
import { tellsPersonal } from '@domain/desk/faq-mask';
import { DAY } from '@domain/kernel/time';
import { hasRole, VETTED } from '@domain/kernel/roles';
import { buildDemoCommunity } from '../../scripts/seed/demo-community';

const now = Date.parse('2026-11-22T19:40:00+08:00');
const seed = buildDemoCommunity({
  now,
  seal: (plain) => plain,
  personIdOf: (openid) => `p${createHash('sha256').update(openid).digest('hex').slice(0, 20)}`,
});

describe('the answers that teach, in the demo', () => {
  it('show entries in every state, some of them drafts that questions made', () => {
    expect(new Set(seed.faq_entries.map(({ status }) => status))).toEqual(
      new Set(['draft', 'published', 'retired']),
    );
    const asked = seed.faq_entries.filter(({ askedCount }) => askedCount > 0);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    const threads = new Set(seed.threads.map(({ _id }) => _id));
    expect(asked.filter(({ origin }) => origin.kind === 'written' || !threads.has(origin.threadId))).toEqual(
      [],
    );
  });

  it('tell thirty days in which questions to the desk fell, each filed once', () => {
    const days = seed.desk_days;
    expect(new Set(days.map(({ date }) => date)).size).toBe(30);
    expect(days.every(({ _id, communityId, date }) => _id === `${communityId}:${date}`)).toBe(true);
    expect(days.every(({ date }) => date < new Date(now + DAY / 3).toISOString().slice(0, 10))).toBe(true);
    const asked = (from: number) =>
      days.slice(from, from + 7).reduce((sum, { askedCount }) => sum + askedCount, 0) / 7;
    expect(asked(23)).toBeLessThan(asked(0) * 0.75);
  });

  it('name nobody in what is public, and are answered only by staff and vetted residents', () => {
    const open = seed.public_questions.filter(({ status }) => status === 'open');
    expect(open.length).toBeGreaterThanOrEqual(4);
    const names = new Map(seed.persons.map(({ _id, name }) => [_id, name]));
    for (const { question, detail, askerId } of seed.public_questions) {
      expect(tellsPersonal(`${question}${detail}`)).toBe(false);
      expect(`${question}${detail}`).not.toContain(names.get(askerId));
    }
    const answers = open.flatMap((question) => question.answers);
    const roles = new Map(seed.persons.map((person) => [person._id, person]));
    const byNeighbours = answers.filter(({ capacity }) => capacity !== 'staff');
    expect(byNeighbours.every(({ by }) => hasRole(roles.get(by.personId) ?? { roles: [] }, VETTED))).toBe(
      true,
    );
    expect(new Set(byNeighbours.map(({ verdict }) => verdict))).toEqual(
      new Set(['pending', 'confirmed', 'corrected']),
    );
  });

  it('count followers and thanks by marks that are there', () => {
    for (const { _id, followCount } of seed.public_questions) {
      const follows = seed.public_marks.filter(
        ({ kind, questionId }) => kind === 'follow' && questionId === _id,
      );
      expect(follows).toHaveLength(followCount);
    }
    expect(new Set(seed.public_marks.map(({ _id }) => _id)).size).toBe(seed.public_marks.length);
  });
});
