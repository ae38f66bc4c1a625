import * as onDuty from '@domain/desk/duty.actions';
import * as matter from '@domain/desk/matter.actions';
import { bind } from '@cloud/platform/binding';
import type { Module, Platform } from '@cloud/platform/platform';
import type { PeopleRepository } from '../people';
import type { DeskRepository } from './desk.repository';
import { getDeskTimes, setDeskTimes } from './desk-times';
import { dutyRepository } from './duty.repository';
import * as handovers from './hand-over';
import * as shifts from './pass-on-shift';
import * as roster from './plan-roster';
import * as alarms from './raise-alarm';
import * as running from './run-matter';
import * as telling from './tell-duty';
import { wakeThreads, warnOfGaps } from './wake-desk';

/** What keeps the desk going round the clock: the roster, those who are told, promises, hand-overs, and their timer. */
export function dutyModule(platform: Platform, desk: DeskRepository, people: PeopleRepository): Module {
  const { photos, wechat } = platform;
  const duty = dutyRepository(platform);
  return {
    bindings: [
      bind(onDuty.getRosterWeeks, roster.getRosterWeeks(duty, people)),
      bind(onDuty.fillRoster, roster.fillRoster(duty, people)),
      bind(onDuty.addShift, roster.addShift(duty, people)),
      bind(onDuty.changeShift, roster.changeShift(duty, people)),
      bind(onDuty.removeShift, roster.removeShift(duty)),
      bind(onDuty.askSwap, shifts.askSwap(duty, people)),
      bind(onDuty.answerSwap, shifts.answerSwap(duty, people)),
      bind(onDuty.withdrawSwap, shifts.withdrawSwap(duty)),
      bind(onDuty.callOffShift, shifts.callOffShift(duty, people)),
      bind(onDuty.coverShift, shifts.coverShift(duty, people)),
      bind(onDuty.getDeskTimes, getDeskTimes(people)),
      bind(onDuty.setDeskTimes, setDeskTimes(duty)),
      bind(onDuty.listAlerts, telling.listAlerts(duty)),
      bind(onDuty.seeAlerts, telling.seeAlerts(duty)),
      bind(onDuty.getPushAllowance, telling.getPushAllowance(duty, wechat)),
      bind(onDuty.allowPush, telling.allowPush(duty)),
      bind(onDuty.listHandovers, handovers.listHandovers(duty)),
      bind(onDuty.getHandover, handovers.getHandover(duty)),
      bind(onDuty.noteOnHandover, handovers.noteOnHandover(duty)),
      bind(onDuty.signHandover, handovers.signHandover(duty)),
      bind(matter.pauseThread, running.pauseThread(desk, photos)),
      bind(matter.resumeThread, running.resumeThread(desk, photos)),
      bind(matter.makePromise, running.makePromise(desk, photos)),
      bind(matter.keepPromise, running.keepPromise(desk, photos)),
      bind(matter.breakPromise, running.breakPromise(desk, photos)),
      bind(matter.postponePromise, running.postponePromise(desk, photos)),
      bind(matter.listPromises, running.listPromises(duty)),
      bind(matter.rateThread, running.rateThread(desk, photos)),
      bind(matter.followUpThread, running.followUpThread(desk, photos)),
      bind(matter.getEmergencyTable, alarms.getEmergencyTable(people)),
      bind(matter.setEmergencyWords, alarms.setEmergencyWords(duty)),
      bind(matter.listFollowUps, running.listFollowUps(desk, people)),
    ],
    effects: {
      'desk.alarm': alarms.raiseAlarm(desk, duty, people, platform),
      'desk.tell': telling.tellDuty(duty, people, wechat),
      'duty.returnSwap': shifts.returnSwap(duty),
    },
    chores: {
      wakeThreads: wakeThreads(desk, duty, people),
      prepareHandovers: handovers.prepareHandovers(duty, people),
      warnOfGaps: warnOfGaps(duty, people),
    },
  };
}
