import { Text, View } from '@tarojs/components';
import { getDuty } from '@domain/desk/desk.actions';
import { getMe } from '@domain/people/people.actions';
import { MINUTE } from '@domain/kernel/time';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import { go } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { timeOf } from './clock-words';
import './my-duty.scss';

/** Whether I am on duty now, and if not, who is. */
export function MyDuty() {
  const now = useNow(MINUTE);
  const { data: duty } = useRead(getDuty, {}, { staleMs: MINUTE });
  const { data: me } = useRead(getMe, {}, { staleMs: MINUTE });
  if (!duty || !me) return <View className="hy-my-duty" />;
  const people = duty.now?.people ?? [];
  const isMine = people.some(({ personId }) => personId === me.personId);
  const others = people.filter(({ personId }) => personId !== me.personId).map(({ name }) => name);
  const until = duty.now ? `到${timeOf(duty.now.endsAt, now)}` : '';
  const pair = others.length > 0 ? `，搭档${others.join('、')}` : '';
  const words = isMine
    ? `您正在值班${pair}，${until}`
    : `${others.join('、') || '书记'}正在值班${until && `，${until}`}`;
  return (
    <View className={classNames('hy-my-duty', isMine && 'hy-my-duty--on')}>
      <Icon name={isMine ? 'bell' : 'clock'} size="sm" />
      <Text className="hy-my-duty__words">{words}</Text>
      <Tap className="hy-my-duty__roster" onTap={() => go('/pages/staff/roster/index')} label="看值班表">
        <Text>值班表</Text>
        <Icon name="chevron" size="sm" />
      </Tap>
    </View>
  );
}
