import { Text, View } from '@tarojs/components';
import { isOverdueOn, type FaqLead, type FaqView } from '@domain/desk/faq.schema';
import { dateOn } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { ReadAloud } from '@/components/read-aloud';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import './faq-list.scss';

type Verdicts = {
  onHelped: (faq: FaqLead) => void;
  onNotHelped: (faq: FaqLead) => void;
};
type Props = Verdicts & {
  title: string;
  items: readonly FaqLead[];
  /** The answer as far as this phone has it. */
  answerOf: (faqId: string) => FaqView | null;
  openId: string | null;
  onOpen: (faqId: string | null) => void;
};

/** Questions that others asked; one opens to its answer, and the answer asks whether it was one. */
export function FaqList({ title, items, answerOf, openId, onOpen, ...verdicts }: Props) {
  if (items.length === 0) return null;
  const today = dateOn(Date.now());
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
              <View className="hy-faq__words">
                <Text>{faq.question}</Text>
                {isOverdueOn(faq, today) && <StatusTag tone="waiting">待核对</StatusTag>}
              </View>
              <Icon name="chevron" size="sm" />
            </Tap>
            {isOpen && <FaqAnswer faq={faq} answer={answerOf(faq.faqId)} {...verdicts} />}
          </View>
        );
      })}
    </View>
  );
}

/** The answer, who vouches for it, and the one question that matters: did it help? */
function FaqAnswer({
  faq,
  answer,
  onHelped,
  onNotHelped,
}: Verdicts & { faq: FaqLead; answer: FaqView | null }) {
  if (!answer)
    return (
      <View className="hy-faq__answer" {...aria({ role: 'status' })}>
        <Text>正在取回答；网络不通时，可以直接发给值班人员。</Text>
        <View className="hy-faq__ways">
          <Button tone="secondary" size="medium" onTap={() => onNotHelped(faq)}>
            发给社区
          </Button>
        </View>
      </View>
    );
  const isOverdue = isOverdueOn(faq, dateOn(Date.now()));
  return (
    <View className="hy-faq__answer">
      <Text className="hy-faq__text" userSelect>
        {answer.answer}
      </Text>
      <View className="hy-faq__source">
        <Text>来源：{answer.source}</Text>
        <Text>
          负责人：{answer.owner} · {isOverdue ? '应于' : '下次核对'} {faq.reviewOn}
          {isOverdue ? ' 核对' : ''}
        </Text>
        {isOverdue && <StatusTag tone="waiting">待核对，以值班答复为准</StatusTag>}
      </View>
      <ReadAloud words={answer.answer} about={faq.question} />
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
