import { Text, View } from '@tarojs/components';
import type { PublicLead } from '@domain/desk/faq.schema';
import { aria } from '@/components/aria';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { go } from '@/services/navigate';
import './faq-list.scss';

const LIST_PAGE = '/pages/desk/public/index';
const QUESTION_PAGE = '/pages/desk/public-question/index';

/** Public questions that ask the same: their answers are a tap away. */
export function FaqNeighbours({ leads }: { leads: readonly PublicLead[] }) {
  if (leads.length === 0) return null;
  return (
    <View className="hy-faq" {...aria({ role: 'group', label: '邻居问过' })}>
      <Text className="hy-faq__title">邻居问过</Text>
      {leads.map(({ questionId, question }) => (
        <View key={questionId} className="hy-faq__item">
          <Tap
            className="hy-faq__question hy-faq__question--away"
            label={`${question}，看公开答复`}
            onTap={() => go(QUESTION_PAGE, { questionId })}
          >
            <View className="hy-faq__words">
              <Text>{question}</Text>
            </View>
            <Icon name="chevron" size="sm" />
          </Tap>
        </View>
      ))}
    </View>
  );
}

/** The way to everything neighbours have asked in public. */
export const FaqNeighboursLink = () => (
  <Tap className="hy-faq__question hy-faq__question--away" label="看邻居问过的事" onTap={() => go(LIST_PAGE)}>
    <View className="hy-faq__words">
      <Text>邻居问过的事</Text>
    </View>
    <Icon name="chevron" size="sm" />
  </Tap>
);
