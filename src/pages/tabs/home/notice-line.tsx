import { Text, View } from '@tarojs/components';
import { NOTICE_KIND_LABELS, type NoticeView } from '@domain/notices/notice.schema';
import { Icon } from '@/components/icon';
import { LevelTag } from '@/components/level-tag';
import { StatusTag } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import './notice-line.scss';

const ANSWER_WORDS = { acknowledged: '已知晓', needsHelp: '已求助' } as const;

/** A notice in one line: how serious, what about, and what I answered. */
export function NoticeLine({ notice, onTap }: { notice: NoticeView; onTap: () => void }) {
  const answer = notice.myAnswer ? ANSWER_WORDS[notice.myAnswer] : null;
  const words = `${NOTICE_KIND_LABELS[notice.kind]}，${notice.title}`;
  return (
    <Tap className="hy-notice-line" onTap={onTap} label={answer ? `${words}，${answer}` : words}>
      <View className="hy-notice-line__head">
        <LevelTag level={notice.level} />
        <Text className="hy-notice-line__kind">{NOTICE_KIND_LABELS[notice.kind]}</Text>
        {answer ? (
          <StatusTag tone={notice.myAnswer === 'needsHelp' ? 'danger' : 'done'}>{answer}</StatusTag>
        ) : null}
        <Icon name="chevron" size="sm" />
      </View>
      <Text className="hy-notice-line__title">{notice.title}</Text>
    </Tap>
  );
}
