import type { ActivitiesRepository } from '../activities';
import type { DeskRepository } from '../desk';
import type { NoticesRepository } from '../notices';
import type { PeopleRepository } from '../people';
import type { WishesRepository } from '../wishes';

/** What the screens that look across all areas read from. */
export type Repositories = {
  readonly people: PeopleRepository;
  readonly desk: DeskRepository;
  readonly wishes: WishesRepository;
  readonly activities: ActivitiesRepository;
  readonly notices: NoticesRepository;
};
