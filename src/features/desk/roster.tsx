import { Text, View } from '@tarojs/components';
import type { ShiftView } from '@domain/desk/duty.schema';
import { formatAt, formatWhen, startOfDay } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Face } from '@/components/face';
import { StatusTag } from '@/components/status-tag';
import './roster.scss';

type Day = { readonly startsAt: number; readonly shifts: readonly ShiftView[] };

/** Who answers when: one card a day, today marked. */
export function Roster({
  shifts,
  now,
  myId,
}: {
  shifts: readonly ShiftView[];
  now: number;
  myId: string | null;
}) {
  return (
    <View>
      {daysOf(shifts).map(({ startsAt, shifts: ofDay }) => {
        const isToday = startsAt === startOfDay(now);
        const [day = '', weekday = ''] = formatWhen(startsAt).split(' ');
        return (
          <View key={startsAt} className={classNames('hy-roster', isToday && 'hy-roster--today')}>
            <View className="hy-roster__day" {...aria({ role: 'heading' })}>
              <Text className="hy-roster__date">{day}</Text>
              <Text className="hy-roster__weekday">{isToday ? `今天 ${weekday}` : weekday}</Text>
            </View>
            {ofDay.map((shift) => (
              <Shift key={shift.shiftId} shift={shift} now={now} myId={myId} />
            ))}
          </View>
        );
      })}
    </View>
  );
}

function Shift({ shift, now, myId }: { shift: ShiftView; now: number; myId: string | null }) {
  const isNow = shift.startsAt <= now && now < shift.endsAt;
  const isMine = shift.people.some(({ personId }) => personId === myId);
  return (
    <View className="hy-shift">
      <View className="hy-shift__time">
        <Text>{shiftHours(shift)}</Text>
        {isNow && <StatusTag tone="active">正在值班</StatusTag>}
        {isMine && <StatusTag tone="waiting">我</StatusTag>}
      </View>
      <View className="hy-shift__people">
        {shift.people.map((person) => (
          <View key={person.personId} className="hy-shift__person">
            <Face face={person.face} name={person.name} size="sm" />
            <Text className="hy-shift__name">{person.name}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

/** `08:00–20:00`, `20:00–次日 08:00`. */
function shiftHours({ startsAt, endsAt }: ShiftView): string {
  const isOvernight = startOfDay(endsAt) > startOfDay(startsAt);
  return `${formatAt(startsAt, 'HH:mm')}–${isOvernight ? '次日 ' : ''}${formatAt(endsAt, 'HH:mm')}`;
}

function daysOf(shifts: readonly ShiftView[]): readonly Day[] {
  const days = new Map<number, ShiftView[]>();
  for (const shift of [...shifts].sort((a, b) => a.startsAt - b.startsAt)) {
    const day = startOfDay(shift.startsAt);
    days.set(day, [...(days.get(day) ?? []), shift]);
  }
  return [...days].map(([startsAt, ofDay]) => ({ startsAt, shifts: ofDay }));
}
