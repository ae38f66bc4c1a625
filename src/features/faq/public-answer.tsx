import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { PublicAnswerView } from '@domain/desk/public-question.schema';
import { formatAgo, MINUTE } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { Face } from '@/components/face';
import { StatusTag } from '@/components/status-tag';
import { useNow } from '@/services/clock';
import { capacityWords, verdictOf } from './public-words';
import './public-answer.scss';

/** An answer: who wrote it, as what, whether staff stand behind it, and what staff set right. */
export function PublicAnswerCard({ answer, ways }: { answer: PublicAnswerView; ways?: ReactNode }) {
  const now = useNow(MINUTE);
  const { tone, words } = verdictOf(answer);
  return (
    <Card>
      <View className="hy-public-answer">
        <View className="hy-public-answer__head">
          <Face face={answer.face} name={answer.name} size="md" />
          <View className="hy-public-answer__who">
            <Text className="hy-public-answer__name">{`${answer.name} · ${capacityWords(answer)}`}</Text>
            <Text className="hy-public-answer__when">{formatAgo(answer.at, now)}</Text>
          </View>
        </View>
        <StatusTag tone={tone}>{words}</StatusTag>
        {answer.correction === '' ? null : (
          <View className="hy-public-answer__correction">
            <Text className="hy-public-answer__label">社区更正</Text>
            <Text userSelect>{answer.correction}</Text>
          </View>
        )}
        <Text className="hy-public-answer__text" userSelect>
          {answer.text}
        </Text>
        {answer.thankCount > 0 ? (
          <Text className="hy-public-answer__when">{`${answer.thankCount}位邻居说了谢谢`}</Text>
        ) : null}
        {ways}
      </View>
    </Card>
  );
}
