import { addPhrase } from '@domain/desk/phrase.rules';
import type { Phrase } from '@domain/desk/phrase.schema';
import { DAY } from '@domain/kernel/time';
import type { DeskStaff } from './desk-staff';

const KEPT: readonly (readonly [label: string, text: string, owner: string])[] = [
  ['马上核实', '{称呼}您好，收到了，我马上帮您核实。', '马骏'],
  ['问房号', '请问方便说一下楼栋和房号吗？', '马骏'],
  ['要照片', '请拍一张现场照片发给我们，看得清楚就好。', '马骏'],
  ['约上门', '已联系师傅到{住址}，确定上门时间后马上告诉您。', '马骏'],
  ['夜里别急', '夜里有急事请直接打值班电话{电话}，我们一直有人。', '马骏'],
  ['请看结果', '已经处理好了，请您看看还有没有问题。值班员{我}', '马骏'],
];
const KEPT_FOR_DAYS = 120;

/** What this community's desk says many times a day; the first six digits are theirs. */
export function buildPhrases(now: number, staff: DeskStaff): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [label, text, owner] of KEPT) {
    const digit = phrases.length + 1;
    const at = now - KEPT_FOR_DAYS * DAY + digit;
    const added = addPhrase(staff.named(owner), `phrase-${digit}`, { label, text, digit }, phrases, at);
    if (!added.ok) throw new Error(`the demo phrase ${label}: ${added.error}`);
    phrases.push(added.value);
  }
  return phrases;
}
