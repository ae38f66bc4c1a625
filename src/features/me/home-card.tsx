import { Text, View } from '@tarojs/components';
import type { MeView } from '@domain/people/people.schema';
import { Card, type CardProps } from '@/components/card';
import { Icon } from '@/components/icon';
import { StatusTag, type StatusTone } from '@/components/status-tag';
import { go } from '@/services/navigate';
import './home-card.scss';

type Words = { title: string; hint: string; tag: string; tagTone: StatusTone; tone: CardProps['tone'] };

/** Where I live as the community knows it, and the way to change that. */
export function HomeCard({ me }: { me: MeView }) {
  const { title, hint, tag, tagTone, tone } = wordsFor(me);
  return (
    <Card tone={tone} onTap={() => go('/pages/people/bind/index')} label={`我的住址，${title}，${tag}`}>
      <View className="hy-home-card">
        <View className="hy-home-card__sign">
          <Icon name="house" size="lg" />
        </View>
        <View className="hy-home-card__words">
          <Text className="hy-home-card__title">{title}</Text>
          <Text className="hy-home-card__hint">{hint}</Text>
        </View>
        <StatusTag tone={tagTone}>{tag}</StatusTag>
      </View>
    </Card>
  );
}

function wordsFor({ status, homeLabel, refusal }: MeView): Words {
  if (status === 'bound')
    return {
      title: homeLabel ?? '',
      hint: '本楼的提示送到您手机',
      tag: '已绑定',
      tagTone: 'done',
      tone: 'plain',
    };
  if (status === 'requested')
    return {
      title: homeLabel ?? '',
      hint: '社区确认后就能用',
      tag: '待确认',
      tagTone: 'waiting',
      tone: 'plain',
    };
  if (refusal)
    return { title: '没有通过确认', hint: refusal, tag: '重新填', tagTone: 'danger', tone: 'plain' };
  return {
    title: '告诉社区您住哪里',
    hint: '就能收到本楼提示，报名活动',
    tag: '去绑定',
    tagTone: 'waiting',
    tone: 'waiting',
  };
}
