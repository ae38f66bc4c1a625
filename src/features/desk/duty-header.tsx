import { Text, View } from '@tarojs/components';
import type { DutyPerson, DutyView } from '@domain/desk/duty.schema';
import { MINUTE } from '@domain/kernel/time';
import { Face } from '@/components/face';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { callPhone } from '@/services/feedback';
import { timeOf } from './clock-words';
import './duty-header.scss';

/** Who is here for you now, until when, who comes next, and a call one tap away. */
export function DutyHeader({ duty }: { duty: DutyView }) {
  const now = useNow(MINUTE);
  return (
    <View className="hy-duty">
      <View className="hy-duty__now">
        <View className="hy-duty__faces">
          {onDuty(duty).map((person) => (
            <Face key={person.personId} face={person.face} name={person.name} size="lg" />
          ))}
        </View>
        <View className="hy-duty__who">
          <View className="hy-duty__live">
            <View className="hy-duty__lamp" />
            <Text>{duty.now ? '正在值班' : '书记值守'}</Text>
          </View>
          <Text className="hy-duty__names">{namesOf(onDuty(duty)) || '社区值班室'}</Text>
          <Text className="hy-duty__until">
            {duty.now ? `到${timeOf(duty.now.endsAt, now)}` : '本时段由书记接待'}
          </Text>
        </View>
        <Tap
          className="hy-duty__call"
          label={`打电话给值班室 ${duty.phone}`}
          onTap={() => callPhone(duty.phone)}
        >
          <Icon name="phone" size="md" />
          <Text className="hy-duty__call-word">电话</Text>
        </Tap>
      </View>
      <View className="hy-duty__foot">
        <Text>24小时都有人 · 承诺 {duty.replyWithinMinutes} 分钟内回复</Text>
        {duty.next && <Text className="hy-duty__next">{nextWords(duty, now)}</Text>}
      </View>
    </View>
  );
}

/** Whom one reaches now: the pair on duty, in an uncovered hour the secretary. */
const onDuty = ({ now, secretary }: DutyView): readonly DutyPerson[] =>
  now ? now.people : secretary ? [secretary] : [];

const namesOf = (people: readonly DutyPerson[]): string => people.map(({ name }) => name).join('、');

const nextWords = ({ next }: DutyView, now: number): string =>
  next ? `${timeOf(next.startsAt, now)} 起由${namesOf(next.people)}接班` : '';
