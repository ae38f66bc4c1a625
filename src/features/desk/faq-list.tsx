import { Text, View } from '@tarojs/components';
import type { FaqView } from '@domain/desk/faq.schema';
import { dateOn } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { ReadAloud } from '@/components/read-aloud';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import './faq-list.scss';

type Verdicts = {
  onHelped: (faq: FaqView) => void;
  onNotHelped: (faq: FaqView) => void;
};
type Props = Verdicts & {
  title: string;
  items: readonly FaqView[];
  openId: string | null;
  onOpen: (faqId: string | null) => void;
};

/** Questions that others asked; one opens to its answer, and the answer asks whether it was one. */
export function FaqList({ title, items, openId, onOpen, ...verdicts }: Props) {
  if (items.length === 0) return null;
  return (
    <View className="hy-faq" {...aria({ role: 'group', label: title })}>
      <Text className="hy-faq__title">{title}</Text>
      {items.map((faq) => {
        const isOpen = faq.faqId === openId;
        return (
          <View key={faq.faqId} className={`hy-faq__item ${isOpen ? 'hy-faq__item--open' : ''}`}>
            <Tap
              className="hy-faq__question"
              label={`${faq.question}，${isOpen ? '收起回答' : '看回答'}`}
              onTap={() => onOpen(isOpen ? null : faq.faqId)}
            >
              <Text className="hy-faq__words">{faq.question}</Text>
              <Icon name="chevron" size="sm" />
            </Tap>
            {isOpen && <FaqAnswer faq={faq} {...verdicts} />}
          </View>
        );
      })}
    </View>
  );
}

/** The answer, who vouches for it, and the one question that matters: did it help? */
function FaqAnswer({ faq, onHelped, onNotHelped }: Verdicts & { faq: FaqView }) {
  const isOverdue = dateOn(Date.now()) > faq.reviewOn;
  return (
    <View className="hy-faq__answer">
      <Text className="hy-faq__text" userSelect>
        {faq.answer}
      </Text>
      <View className="hy-faq__source">
        <Text>来源：{faq.source}</Text>
        <Text>
          负责人：{faq.owner} · {isOverdue ? '应于' : '下次核对'} {faq.reviewOn}
          {isOverdue ? ' 核对' : ''}
        </Text>
        {isOverdue && <StatusTag tone="waiting">待核对，以值班答复为准</StatusTag>}
      </View>
      <ReadAloud words={faq.answer} about={faq.question} />
      <Text className="hy-faq__ask">这回答了您的问题吗？</Text>
      <View className="hy-faq__ways">
        <Button tone="done" size="medium" onTap={() => onHelped(faq)}>
          是的，解决了
        </Button>
        <Button tone="secondary" size="medium" onTap={() => onNotHelped(faq)}>
          没有，发给社区
        </Button>
      </View>
    </View>
  );
}
