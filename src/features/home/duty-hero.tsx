import { Text, View } from '@tarojs/components';
import type { DutyPerson, DutyView } from '@domain/desk/duty.schema';
import { Face } from '@/components/face';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { callPhone } from '@/services/feedback';
import { clockWords, greetingAt, promiseAt } from './greeting';
import './duty-hero.scss';

type DutyHeroProps = { duty: DutyView; name: string; now: number; onAsk: () => void };

/** The door of the community: who is behind it now, until when, and the two ways to knock. */
export function DutyHero({ duty, name, now, onAsk }: DutyHeroProps) {
  return (
    <View className="hy-hero">
      <Text className="hy-hero__greeting">{`${name}，${greetingAt(now)}`}</Text>
      <Text className="hy-hero__promise">{promiseAt(now, duty.replyWithinMinutes)}</Text>
      <OnDuty duty={duty} now={now} />
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

function OnDuty({ duty, now }: { duty: DutyView; now: number }) {
  const people = duty.now?.people ?? (duty.secretary ? [duty.secretary] : []);
  return (
    <View className="hy-hero__duty">
      <View className="hy-hero__faces">
        {people.map((person) => (
          <View key={person.personId} className="hy-hero__face">
            <Face face={person.face} name={person.name} size="lg" />
          </View>
        ))}
      </View>
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
