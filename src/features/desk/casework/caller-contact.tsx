import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { lookAtCaller } from '@domain/desk/casework.actions';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { callPhone, toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import './case-ways.scss';

/** The number a caller left, covered until somebody asks for it; asking leaves a line in the matter's history. */
export function CallerContact({ thread }: { thread: ThreadCard }) {
  const [phone, setPhone] = useState('');
  const look = useAction(lookAtCaller);
  if (thread.recorded?.isPhoneBlanked) return <Text>这件事早已办完，来电号码已按隐私规定清除。</Text>;
  if (!thread.recorded?.hasPhone) return null;
  const show = async () => {
    const told = await look.run({ threadId: thread.threadId });
    if (told.ok) setPhone(told.value.phone);
    else toast(told.error.words);
  };
  return (
    <View className="hy-case__contact">
      {phone === '' ? (
        <Button tone="secondary" isBusy={look.isPending} onTap={() => void show()}>
          查看来电号码
        </Button>
      ) : (
        <Button tone="secondary" label={`拨打${phone}`} onTap={() => callPhone(phone)}>
          {phone}
        </Button>
      )}
      <Text className="hy-case__hint">{phone === '' ? '查看会留下记录' : '已记下您查看了号码'}</Text>
    </View>
  );
}
