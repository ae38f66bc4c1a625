import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { CHANNELS } from '@domain/desk/casework.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Stack } from '@/components/stack';
import { RecordFields } from '@/features/desk/casework/record-form';
import { useRecordForm } from '@/features/desk/casework/use-record-form';
import { focusOn } from '@/services/focus';
import { go } from '@/services/navigate';
import { useShortcuts } from '@/services/shortcuts';

const WHO = '.hy-told-us__who input';

/** 代录: a call, a visit or a message in a group becomes a matter of the desk's, in seconds; then comes the next one. */
export default function RecordPage() {
  const form = useRecordForm();
  const [kept, setKept] = useState<ThreadCard | null>(null);
  const focusWho = () => {
    if (PLATFORM === 'h5') focusOn(WHO);
  };
  useEffect(focusWho, []);
  const send = async () => {
    const page = await form.send();
    if (!page) return;
    setKept(page.thread);
    focusWho();
  };
  const pick = (index: number) => () => {
    const channel = CHANNELS[index];
    if (channel) form.change({ channel });
  };
  useShortcuts({
    'Ctrl+Enter': () => void send(),
    'Alt+1': pick(0),
    'Alt+2': pick(1),
    'Alt+3': pick(2),
    'Alt+4': pick(3),
  });
  return (
    <Screen
      title="代录"
      footer={
        <Stack gap="sm">
          <FailureNote failure={form.failure} />
          <Button block size="large" isBusy={form.isPending} shortcut="Ctrl+Enter" onTap={() => void send()}>
            记下来
          </Button>
        </Stack>
      }
    >
      <Stack>
        {kept && <Kept thread={kept} />}
        <Card>
          <RecordFields form={form} />
        </Card>
      </Stack>
    </Screen>
  );
}

/** What was just written down stays a tap away, while the next one can be typed already. */
function Kept({ thread }: { thread: ThreadCard }) {
  const { asker, title, threadId, status } = thread;
  const who = asker?.homeLabel ? `${asker.homeLabel} ${asker.name}` : (asker?.name ?? '');
  const state = status === 'waiting' ? '已进入值班队列' : status === 'taken' ? '由您在办' : '已办结';
  return (
    <Card tone="done">
      <View className="hy-told-us__done" {...aria({ role: 'status' })}>
        <Text className="hy-told-us__done-words">{`记好了：${who}，${title}。${state}`}</Text>
        <Button tone="secondary" onTap={() => go('/pages/staff/thread/index', { threadId })}>
          打开
        </Button>
      </View>
    </Card>
  );
}
