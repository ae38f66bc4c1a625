import { Text, View } from '@tarojs/components';
import type { DutyPerson, DutyView } from '@domain/desk/duty.schema';
import { classNames } from '@/components/class-names';
import { Face } from '@/components/face';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { callPhone } from '@/services/feedback';
import { clockWords, greetingAt, promiseAt } from './greeting';
import './duty-hero.scss';

type DutyHeroProps = {
  duty: DutyView;
  name: string;
  now: number;
  /** Something more urgent stands above: only who is there and the two ways to knock, so that they stay in view. */
  isBrief?: boolean;
  onAsk: () => void;
};

/** The door of the community: who is behind it now, until when, and the two ways to knock. */
export function DutyHero({ duty, name, now, isBrief, onAsk }: DutyHeroProps) {
  return (
    <View className={classNames('hy-hero', isBrief && 'hy-hero--brief')}>
      <Text className="hy-hero__greeting">{`${name}，${greetingAt(now)}`}</Text>
      {isBrief ? null : <Text className="hy-hero__promise">{promiseAt(now, duty.replyWithinMinutes)}</Text>}
      {isBrief ? <OnDutyInBrief duty={duty} /> : <OnDuty duty={duty} now={now} />}
      <View className="hy-hero__doors">
        <Tap className="hy-hero__ask" onTap={onAsk} label="找社区，向值班人员提问">
          <Icon name="desk" size="lg" />
          <Text>找社区</Text>
        </Tap>
        <Tap className="hy-hero__call" onTap={() => callPhone(duty.phone)} label={`打电话 ${duty.phone}`}>
          <Icon name="phone" size="lg" />
          <Text className="hy-hero__call-words">打电话</Text>
        </Tap>
      </View>
    </View>
  );
}

const behindTheDoor = ({ now, secretary }: DutyView): readonly DutyPerson[] =>
  now?.people ?? (secretary ? [secretary] : []);

const Faces = ({ people, size }: { people: readonly DutyPerson[]; size: 'sm' | 'lg' }) => (
  <View className="hy-hero__faces">
    {people.map((person) => (
      <View key={person.personId} className="hy-hero__face">
        <Face face={person.face} name={person.name} size={size} />
      </View>
    ))}
  </View>
);

function OnDutyInBrief({ duty }: { duty: DutyView }) {
  const people = behindTheDoor(duty);
  return (
    <View className="hy-hero__duty">
      <Faces people={people} size="sm" />
      <Text className="hy-hero__who">{`${namesOf(people) || '社区值班室'}${duty.now ? '正在值班' : '接待您'}`}</Text>
    </View>
  );
}

function OnDuty({ duty, now }: { duty: DutyView; now: number }) {
  const people = behindTheDoor(duty);
  return (
    <View className="hy-hero__duty">
      <Faces people={people} size="lg" />
      <View className="hy-hero__who">
        <View className="hy-hero__live">
          <View className="hy-hero__lamp" />
          <Text>{duty.now ? `今日值班 · 到${clockWords(duty.now.endsAt, now)}` : '这一班由书记接待'}</Text>
        </View>
        <Text className="hy-hero__names">{namesOf(people) || '社区值班室'}</Text>
        {duty.next ? (
          <Text className="hy-hero__next">
            {`${clockWords(duty.next.startsAt, now)} 起 ${namesOf(duty.next.people)}`}
          </Text>
        ) : null}
      </View>
    </View>
  );
}

const namesOf = (people: readonly DutyPerson[]): string => people.map(({ name }) => name).join('、');
