import type * as actions from '@domain/desk/figures.actions';
import {
  HOUR_KEYS,
  isCounted,
  isInTime,
  keyIn,
  newTally,
  TOPIC_KEYS,
  type Counted,
  type Tally,
} from '@domain/desk/figures.rules';
import {
  FIGURES_LIMITS,
  spanOf,
  UNREGISTERED,
  type FigureGroup,
  type Grouping,
  type SheetRow,
} from '@domain/desk/figures.schema';
import { threadNumber } from '@domain/desk/thread-search';
import { TOPIC_LABELS, TOPICS } from '@domain/desk/thread-topic';
import { PAGE_SIZE } from '@domain/kernel/input';
import { err, ok } from '@domain/kernel/result';
import type { Community } from '@domain/people/people.schema';
import type { Handler } from '@cloud/platform/binding';
import { decodeCursor, encodeCursor, pageFrom, type Cursor } from '@cloud/platform/paging';
import type { Span } from '@cloud/platform/spans';
import type { PeopleRepository } from '../people';
import { PASS_SIZE, type FiguresRepository } from './figures.repository';

type Buildings = Community['buildings'];

const cursorOf = ({ askedAt, _id }: Counted): Cursor => ({ at: askedAt, id: _id });
const labelOf = (topic: string): string => TOPIC_LABELS[TOPICS.find((known) => known === topic) ?? 'other'];
const nameOf = (buildings: Buildings, buildingId: string | undefined): string =>
  buildings.find((building) => building.buildingId === buildingId)?.name ?? '';

/**
 * One pass over what was asked in some days, a thousand at a time; every number comes from that same pass. A month of
 * 9,000 conversations is 10 reads, and 12 database operations with the caller and the community.
 */
export const getFigures =
  (figures: FiguresRepository, people: PeopleRepository): Handler<typeof actions.getFigures> =>
  async ({ person: { communityId }, now }, days) => {
    const span = spanOf(days);
    if (!span) return err('FIGURES_SPAN_WRONG');
    const { buildings } = await people.community(communityId);
    const tally = newTally(now);
    await passOver(figures, communityId, span, tally);
    const rows = (grouping: Grouping, keys: readonly string[], name: (key: string) => string) =>
      keys.map((key): FigureGroup => ({ key, name: name(key), ...tally.of(grouping, key) }));
    return ok({
      ...days,
      countedAt: now,
      leftOutCount: tally.leftOutCount(),
      totals: tally.totals(),
      byHour: rows('hour', HOUR_KEYS, (hour) => `${hour}点`),
      byTopic: rows('topic', TOPIC_KEYS, labelOf),
      byBuilding: rows('building', buildingKeys(buildings, tally), (id) => nameOf(buildings, id) || '未登记'),
    });
  };

async function passOver(figures: FiguresRepository, communityId: string, span: Span, tally: Tally) {
  let cursor: Cursor | null = null;
  for (;;) {
    const rows: Counted[] = await figures.askedIn(communityId, span, cursor, PASS_SIZE);
    for (const row of rows) tally.add(row);
    const last = rows[rows.length - 1];
    if (!last || rows.length < PASS_SIZE) return;
    cursor = cursorOf(last);
  }
}

/** The community's buildings as it lists them, then those that are in no list any more, then who lives nowhere. */
function buildingKeys(buildings: Buildings, tally: Tally): string[] {
  const known = buildings.map(({ buildingId }) => buildingId);
  const met = tally.keys('building');
  const gone = met.filter((key) => key !== UNREGISTERED && !known.includes(key));
  return [...known, ...gone, ...(met.includes(UNREGISTERED) ? [UNREGISTERED] : [])];
}

/** First a little, in case much of it is wanted; then as much as there is at once. */
const LOOKED_THROUGH = [100, PASS_SIZE, PASS_SIZE, PASS_SIZE, PASS_SIZE] as const;

/** The list behind a number asks the same question of each conversation as the number did. */
export const listCounted =
  (figures: FiguresRepository, people: PeopleRepository): Handler<typeof actions.listCounted> =>
  async ({ person: { communityId }, now }, { count, group, cursor, ...days }) => {
    const span = spanOf(days);
    if (!span) return err('FIGURES_SPAN_WRONG');
    const { buildings } = await people.community(communityId);
    const isWanted = (thread: Counted) =>
      isCounted(thread, count, now) && (!group || keyIn(group.by, thread) === group.key);
    const found: Counted[] = [];
    let reached = decodeCursor(cursor);
    let isEnd = false;
    for (const limit of LOOKED_THROUGH) {
      const rows = await figures.askedIn(communityId, span, reached, limit);
      found.push(...rows.filter(isWanted));
      const last = rows[rows.length - 1];
      isEnd = rows.length < limit || !last;
      if (last) reached = cursorOf(last);
      if (isEnd || found.length > PAGE_SIZE) break;
    }
    const page = pageFrom(found, PAGE_SIZE, cursorOf);
    const further = isEnd || !reached ? null : encodeCursor(reached);
    return ok({
      items: page.items.map((thread) => ({ ...sheetRowOf(thread, buildings, now), title: thread.title })),
      nextCursor: page.nextCursor ?? further,
    });
  };

export const listForSheet =
  (figures: FiguresRepository, people: PeopleRepository): Handler<typeof actions.listForSheet> =>
  async ({ person: { communityId }, now }, { cursor, ...days }) => {
    const span = spanOf(days);
    if (!span) return err('FIGURES_SPAN_WRONG');
    const [{ buildings }, rows] = await Promise.all([
      people.community(communityId),
      figures.askedIn(communityId, span, decodeCursor(cursor), FIGURES_LIMITS.sheetPage + 1),
    ]);
    const page = pageFrom(rows, FIGURES_LIMITS.sheetPage, cursorOf);
    return ok({
      items: page.items.map((thread) => sheetRowOf(thread, buildings, now)),
      nextCursor: page.nextCursor,
    });
  };

const sheetRowOf = (thread: Counted, buildings: Buildings, now: number): SheetRow => ({
  threadId: thread._id,
  number: threadNumber(thread._id),
  askedAt: thread.askedAt,
  topic: labelOf(keyIn('topic', thread)),
  buildingName: nameOf(buildings, thread.buildingId),
  status: thread.status,
  repliedAfter: thread.firstRepliedAt === null ? null : thread.firstRepliedAt - thread.askedAt,
  isInTime: isInTime(thread, now),
  score: thread.rating?.score ?? null,
});
