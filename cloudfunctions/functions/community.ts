import type { Audience } from '@domain/kernel/action';
import { composeFunction } from '@cloud/platform/compose';
import type { Effects } from '@cloud/platform/outbox';
import type { Module, Platform } from '@cloud/platform/platform';
import { activitiesModule, activitiesRepository } from '../modules/activities';
import {
  caseworkModule,
  deskModule,
  deskRepository,
  dutyModule,
  faqModule,
  figuresModule,
  publicModule,
} from '../modules/desk';
import { homeModule } from '../modules/home';
import { noticesModule, noticesRepository } from '../modules/notices';
import { identify, peopleModule, peopleRepository } from '../modules/people';
import { wishesModule, wishesRepository } from '../modules/wishes';

/** All areas of the community on one platform. Which actions a function answers follows from their audience. */
export function composeCommunity(platform: Platform, audience: Audience) {
  const repositories = {
    people: peopleRepository(platform),
    desk: deskRepository(platform),
    wishes: wishesRepository(platform),
    activities: activitiesRepository(platform),
    notices: noticesRepository(platform),
  };
  const { people, desk, wishes, activities, notices } = repositories;
  const modules: readonly Module[] = [
    peopleModule(platform, people),
    deskModule(platform, desk, repositories),
    dutyModule(platform, desk, people),
    caseworkModule(platform, desk, people),
    faqModule(platform, desk, people),
    publicModule(platform, desk, people),
    figuresModule(platform, desk, people),
    wishesModule(platform, wishes, people),
    activitiesModule(activities),
    noticesModule(notices, people),
    homeModule(platform, repositories),
  ];
  const effects: Effects = Object.assign({}, ...modules.map((module) => module.effects ?? {}));
  return { ...composeFunction(platform, audience, modules, identify(platform, people)), effects, modules };
}
