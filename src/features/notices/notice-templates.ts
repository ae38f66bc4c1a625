import { DAY, HOUR, startOfDay } from '@domain/kernel/time';
import type { NoticeForm } from './notice-form';

type Written = Pick<NoticeForm, 'kind' | 'level' | 'title' | 'body' | 'whatToDo' | 'startsAt' | 'endsAt'>;
export type NoticeTemplate = { readonly id: string; readonly name: string; write(now: number): Written };

const tomorrow = (now: number, fromHour: number, toHour: number) => ({
  startsAt: startOfDay(now) + DAY + fromHour * HOUR,
  endsAt: startOfDay(now) + DAY + toHour * HOUR,
});

/** Starts on the next full hour. */
const fromNow = (now: number, hours: number) => {
  const startsAt = Math.ceil(now / HOUR) * HOUR;
  return { startsAt, endsAt: startsAt + hours * HOUR };
};

/** First words for what happens most often. Staff change the place, the cause and the times before sending. */
export const NOTICE_TEMPLATES: readonly NoticeTemplate[] = [
  {
    id: 'water',
    name: '施工停水',
    write: (now) => ({
      kind: 'water',
      level: 'yellow',
      title: '管道施工，临时停水',
      body: '因更换楼内老旧供水管道，施工期间自来水暂停供应。完工后会尽快恢复，提前恢复也会在这里告诉您。',
      whatToDo: '请提前存好当天要用的水。停水时关好水龙头，出门前再看一眼。来水后先放一会儿，水清了再用。',
      ...tomorrow(now, 9, 17),
    }),
  },
  {
    id: 'drill',
    name: '消防演练',
    write: (now) => ({
      kind: 'fire',
      level: 'blue',
      title: '消防演练，听到警报请勿惊慌',
      body: '社区将在楼下组织消防疏散演练，其间会拉响警报、释放少量演练烟雾，不是真的火情。',
      whatToDo: '欢迎下楼参加，跟着工作人员走楼梯，不坐电梯。在家的邻居听到警报不必惊慌，关好门窗即可。',
      ...tomorrow(now, 10, 11),
    }),
  },
  {
    id: 'hazard',
    name: '消防隐患',
    write: (now) => ({
      kind: 'fire',
      level: 'orange',
      title: '楼道堆物和飞线充电，请马上清理',
      body: '巡查发现楼道内堆放杂物、从家中拉线给电动车充电，着火时会堵住逃生的路。社区将逐层复查并清理。',
      whatToDo: '请把楼道里的物品搬回家中，电动车推到楼下充电棚充电。自己搬不动的，请点“需要帮助”。',
      ...fromNow(now, 72),
    }),
  },
  {
    id: 'flood',
    name: '汛情',
    write: (now) => ({
      kind: 'flood',
      level: 'orange',
      title: '强降雨，地下车库和低洼处注意防涝',
      body: '气象部门预报将有强降雨，地下车库、半地下室和院内低洼处可能积水，社区已安排人员值守抽排。',
      whatToDo:
        '请关好门窗，收好阳台物品，尽早把车开出地下车库。不要蹚水。行动不便或家中进水，请点“需要帮助”。',
      ...fromNow(now, 24),
    }),
  },
];

/** Fills a form with a template's words; whom it is for and who issues it stay as they were. */
export const applyTemplate = (form: NoticeForm, template: NoticeTemplate, now: number): NoticeForm => ({
  ...form,
  ...template.write(now),
});
