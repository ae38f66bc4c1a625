import { Text } from '@tarojs/components';
import { useState } from 'react';
import { setTopic } from '@domain/desk/figures.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { TOPIC_LABELS, TOPICS, type Topic } from '@domain/desk/thread-topic';
import { Button } from '@/components/button';
import { PickList } from '@/components/pick-field';
import { Sheet } from '@/components/sheet';
import { useAction } from '@/services/use-action';
import { settle } from './use-moves';
import type { Talk } from './use-talk';

const OPTIONS = TOPICS.map((value) => ({ value, text: TOPIC_LABELS[value] }));

/** What the matter is about, as the figures count it; set right in one tap. */
export function TopicLine({ talk, thread }: { talk: Talk; thread: ThreadCard }) {
  const [isOpen, setOpen] = useState(false);
  const setting = useAction(setTopic, { refresh: ['figure'] });
  const topic = TOPICS.find((known) => known === thread.topic) ?? 'other';
  const pick = async (next: Topic) => {
    setOpen(false);
    if (next !== thread.topic) await settle(talk, setting.run({ threadId: thread.threadId, topic: next }));
  };
  return (
    <>
      <Button
        tone="quiet"
        size="small"
        isBusy={setting.isPending}
        label={`主题：${TOPIC_LABELS[topic]}，点一下可以改`}
        onTap={() => setOpen(true)}
      >
        {`主题：${TOPIC_LABELS[topic]}`}
      </Button>
      <Sheet isOpen={isOpen} title="这件事说的是什么" onClose={() => setOpen(false)}>
        <Text>只用来统计，居民看不到。</Text>
        <PickList name="topic" options={OPTIONS} value={topic} onPick={(next) => void pick(next)} />
      </Sheet>
    </>
  );
}
