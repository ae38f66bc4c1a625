import { Text, View } from '@tarojs/components';
import { getDuty } from '@domain/desk/desk.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Face } from '@/components/face';
import { Icon, type IconName } from '@/components/icon';
import { Tap } from '@/components/tap';
import { callPhone } from '@/services/feedback';
import { useRead } from '@/services/queries';
import { LinkStrips } from './casework/link-strips';
import { MatterStrips } from './matter-strips';
import { ReplyTimer } from './reply-timer';
import { moveLabel } from './thread-words';
import './thread-head.scss';

type Props = { thread: ThreadCard; onWithdraw: () => void };

/** How my matter stands: who has it, how long I have waited, and what I can still do. */
export function AskerHead({ thread, onWithdraw }: Props) {
  const { data: duty } = useRead(getDuty, {});
  const stands = standing(thread, duty?.now?.people ?? []);
  return (
    <View className="hy-head">
      <View className="hy-head__row">
        {thread.taker && thread.status !== 'waiting' ? (
          <Face face={thread.taker.face} name={thread.taker.name} size="md" />
        ) : (
          <View className={`hy-head__sign hy-head__sign--${thread.status}`}>
            <Icon name={stands.icon} />
          </View>
        )}
        <View className="hy-head__words">
          <Text className="hy-head__title">{stands.title}</Text>
          <Text className="hy-head__hint">{stands.hint}</Text>
        </View>
        {duty && (
          <Tap
            className="hy-head__call"
            label={`打电话给值班室 ${duty.phone}`}
            onTap={() => callPhone(duty.phone)}
          >
            <Icon name="phone" />
          </Tap>
        )}
      </View>
      <ReplyTimer
        thread={thread}
        way={
          thread.moves.includes('withdraw') && (
            <Tap className="hy-head__way" onTap={onWithdraw} label="撤回这件事">
              <Text>{moveLabel('withdraw')}</Text>
            </Tap>
          )
        }
      />
      <MatterStrips thread={thread} />
      <LinkStrips thread={thread} side="asker" />
    </View>
  );
}

type Standing = { icon: IconName; title: string; hint: string };

type OnDuty = readonly { readonly personId: string; readonly name: string }[];

function standing(thread: ThreadCard, people: OnDuty): Standing {
  const onDuty = people.map(({ name }) => name).join('、');
  const taker = thread.taker?.name ?? '值班人员';
  const isElsewhere =
    people.length > 0 && people.every(({ personId }) => personId !== thread.taker?.personId);
  switch (thread.status) {
    case 'waiting':
      return {
        icon: 'send',
        title: '已送达，等待接单',
        hint: onDuty === '' ? '值班人员马上就能看到' : `${onDuty}正在值班`,
      };
    case 'taken':
      return {
        icon: 'chat',
        title: `${taker}正在为您处理`,
        hint: isElsewhere ? `现在是${onDuty}值班，有新情况可以随时说` : '有新情况可以随时补充',
      };
    case 'resolved':
      return {
        icon: 'check',
        title: `${taker}已办结，请您确认`,
        hint: '没解决也没关系，点“还没解决”就会重新处理',
      };
    case 'confirmed':
      return { icon: 'check', title: '您已确认解决', hint: '谢谢您！有新的事随时来找我们' };
    case 'closed':
      return { icon: 'clock', title: '会话已结束', hint: '超过7天没有确认，如还有需要请重新发一条' };
    case 'merged':
      return { icon: 'list', title: '已并入另一件', hint: '这件事和另一件一起办，请点下面到那里接着说' };
    case 'withdrawn':
      return { icon: 'back', title: '您已撤回', hint: '需要时可以重新发一条' };
  }
}
