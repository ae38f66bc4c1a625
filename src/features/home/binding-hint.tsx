import { Text, View } from '@tarojs/components';
import type { MeView } from '@domain/people/people.schema';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { go } from '@/services/navigate';
import './binding-hint.scss';

/** For those the community does not know yet: what knowing the door is good for. Nothing for everyone else. */
export function BindingHint({ me }: { me: MeView }) {
  if (me.status === 'bound') return null;
  const words = wordsFor(me);
  return (
    <Card tone="waiting" onTap={() => go('/pages/people/bind/index')} label={`${words.title}，${words.hint}`}>
      <View className="hy-bind-hint">
        <Icon name="key" size="lg" />
        <View className="hy-bind-hint__words">
          <Text className="hy-bind-hint__title">{words.title}</Text>
          <Text className="hy-bind-hint__hint">{words.hint}</Text>
        </View>
        <Icon name="chevron" size="sm" />
      </View>
    </Card>
  );
}

function wordsFor({ status, homeLabel, refusal }: MeView): { title: string; hint: string } {
  if (status === 'requested') return { title: '社区正在确认您的住址', hint: homeLabel ?? '一般当天就好' };
  if (refusal) return { title: '住址没有通过确认', hint: refusal };
  return { title: '告诉社区您住哪里', hint: '就能收到本楼的停水停电提示' };
}
