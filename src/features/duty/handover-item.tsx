import { Text, View } from '@tarojs/components';
import { HANDOVER_KIND_WORDS, type HandoverKind, type HandoverView } from '@domain/desk/handover.schema';
import { formatWhen } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { StatusTag, type StatusTone } from '@/components/status-tag';
import './lines.scss';

const TONES: Readonly<Record<HandoverKind, StatusTone>> = {
  waiting: 'danger',
  promise: 'active',
  open: 'waiting',
  paused: 'muted',
  watch: 'active',
};

type Props = {
  item: HandoverView['items'][number];
  canNote: boolean;
  onNote: () => void;
  onOpen: () => void;
};

/** One matter on the sheet: what it is, for whom, by when, and the lines written to it. */
export const HandoverItem = ({ item, canNote, onNote, onOpen }: Props) => (
  <View className="hy-item">
    <StatusTag tone={TONES[item.kind]}>{HANDOVER_KIND_WORDS[item.kind]}</StatusTag>
    <Text className="hy-item__title">{item.title}</Text>
    <Text className="hy-item__hint">
      {[item.who, item.hint, item.dueAt === null ? '' : `${formatWhen(item.dueAt)} 前`]
        .filter((part) => part !== '')
        .join(' · ')}
    </Text>
    {item.notes.map(({ text, byName }) => (
      <Text key={byName + text} className="hy-item__note">{`${byName}：${text}`}</Text>
    ))}
    <View className="hy-item__ways">
      {canNote && (
        <Button tone={item.notes.length === 0 ? 'primary' : 'quiet'} size="small" onTap={onNote}>
          {item.notes.length === 0 ? '写一句' : '再写一句'}
        </Button>
      )}
      <Button tone="quiet" size="small" onTap={onOpen}>
        打开会话
      </Button>
    </View>
  </View>
);
