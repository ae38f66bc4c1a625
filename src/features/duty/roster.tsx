import { Text, View } from '@tarojs/components';
import type { RosterShift, RosterWeeks } from '@domain/desk/duty.schema';
import { formatWhen, startOfDay } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Face } from '@/components/face';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import { namesOf, shiftHours } from './roster-words';
import './roster.scss';

type Props = {
  weeks: RosterWeeks;
  now: number;
  myId: string | null;
  onOpen: (shift: RosterShift) => void;
};

/** Who answers when: one card a day, today and public holidays marked. */
export const Roster = ({ weeks, now, myId, onOpen }: Props) => (
  <View>
    {weeks.days.map((day) => {
      const shifts = weeks.shifts.filter(({ startsAt }) => startOfDay(startsAt) === day.startsAt);
      if (shifts.length === 0) return null;
      const isToday = day.startsAt === startOfDay(now);
      const [date = '', weekday = ''] = formatWhen(day.startsAt).split(' ');
      return (
        <View key={day.startsAt} className={classNames('hy-roster', isToday && 'hy-roster--today')}>
          <View className="hy-roster__day" {...aria({ role: 'heading' })}>
            <Text className="hy-roster__date">{date}</Text>
            <Text className="hy-roster__weekday">{isToday ? `今天 ${weekday}` : weekday}</Text>
            {day.holiday && <Text className="hy-roster__holiday">{day.holiday}</Text>}
            {day.isWorkingWeekend && <Text className="hy-roster__weekday">调休上班</Text>}
          </View>
          {shifts.map((shift) => (
            <Shift key={shift.shiftId} shift={shift} now={now} myId={myId} onOpen={() => onOpen(shift)} />
          ))}
        </View>
      );
    })}
  </View>
);

type ShiftProps = { shift: RosterShift; now: number; myId: string | null; onOpen: () => void };

function Shift({ shift, now, myId, onOpen }: ShiftProps) {
  const { people, swap, absences, startsAt, endsAt } = shift;
  const isNow = startsAt <= now && now < endsAt;
  const isMine = people.some(({ personId }) => personId === myId);
  const isMissing = absences.some(({ coveredBy }) => coveredBy === null);
  const isForMe = swap?.to.personId === myId;
  return (
    <Tap
      className="hy-shift"
      label={`${shiftHours(shift)}，${namesOf(people) || '没有人'}，点开安排`}
      onTap={onOpen}
    >
      <View className="hy-shift__time">
        <Text>{shiftHours(shift)}</Text>
        {isNow && <StatusTag tone="active">正在值班</StatusTag>}
        {isMine && <StatusTag tone="waiting">我</StatusTag>}
        {isMissing && <StatusTag tone="danger">缺人</StatusTag>}
        {swap && (
          <StatusTag tone={isForMe ? 'danger' : 'waiting'}>{isForMe ? '请您换班' : '换班待答复'}</StatusTag>
        )}
      </View>
      <View className="hy-shift__people">
        {people.length === 0 && <Text className="hy-shift__nobody">没有人，由书记接应</Text>}
        {people.map((person) => (
          <View key={person.personId} className="hy-shift__person">
            <Face face={person.face} name="" size="sm" />
            <Text className="hy-shift__name">{person.name}</Text>
          </View>
        ))}
      </View>
    </Tap>
  );
}

/** So much of the roster is shown at first, and so much more each time somebody asks. */
export const FIRST_DAYS = 14;
export const MORE_DAYS = 14;
export const LAST_DAYS = 56;
/** The whole of what is planned, for the table of a wide window. */
export const TABLE_DAYS = 56;
