import { Text, View } from '@tarojs/components';
import { NOTICE_KIND_LABELS, type NoticeView } from '@domain/notices/notice.schema';
import { Icon } from '@/components/icon';
import { LevelTag } from '@/components/level-tag';
import { StatusTag, type StatusTone } from '@/components/status-tag';
import { Tap } from '@/components/tap';
import './notice-line.scss';

type Mark = { readonly words: string; readonly tone: StatusTone };

/** That it was taken back comes before what I answered to it. */
function markOf({ status, myAnswer }: NoticeView): Mark | null {
  if (status === 'cancelled') return { words: '已取消', tone: 'muted' };
  if (myAnswer === 'needsHelp') return { words: '已求助', tone: 'danger' };
  return myAnswer === 'acknowledged' ? { words: '已知晓', tone: 'done' } : null;
}

/** A notice in one line: how serious, what about, and whether it still holds or what I answered. */
export function NoticeLine({ notice, onTap }: { notice: NoticeView; onTap: () => void }) {
  const mark = markOf(notice);
  const words = `${NOTICE_KIND_LABELS[notice.kind]}，${notice.title}`;
  return (
    <Tap className="hy-notice-line" onTap={onTap} label={mark ? `${words}，${mark.words}` : words}>
      <View className="hy-notice-line__head">
        <LevelTag level={notice.level} />
        <Text className="hy-notice-line__kind">{NOTICE_KIND_LABELS[notice.kind]}</Text>
        {mark ? <StatusTag tone={mark.tone}>{mark.words}</StatusTag> : null}
        <Icon name="chevron" size="sm" />
      </View>
      <Text className="hy-notice-line__title">{notice.title}</Text>
    </Tap>
  );
}
