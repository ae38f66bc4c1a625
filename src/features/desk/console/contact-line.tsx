import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { lookAtCaller } from '@domain/desk/casework.actions';
import type { AskerView } from '@domain/desk/asker.schema';
import { lookAtContact } from '@domain/people/people.actions';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { callPhone, toast } from '@/services/feedback';
import { useShortcuts } from '@/services/shortcuts';
import { useAction } from '@/services/use-action';
import { KEYS } from '../keys';

/** The number stays covered until somebody asks for it, and that leaves a line in the person's history. */
export function ContactLine({ asker, threadId }: { asker: AskerView; threadId: string }) {
  const [phone, setPhone] = useState('');
  const look = useAction(lookAtContact);
  const lookAtCall = useAction(lookAtCaller);
  const show = async () => {
    if (!asker.hasPhone) return toast('这位邻居没有留电话');
    const told = asker.isWithoutApp
      ? await lookAtCall.run({ threadId })
      : await look.run({ personId: asker.personId, threadId });
    if (told.ok) setPhone(told.value.phone);
    else toast(told.error.words);
  };
  useShortcuts(phone === '' ? { [KEYS.contact]: () => void show() } : {});
  if (!asker.hasPhone)
    return (
      <Text className="hy-asker__note">
        {asker.isWithoutApp ? '没有留电话，请上门答复' : '没有留电话，请在会话里联系'}
      </Text>
    );
  if (phone === '') {
    return (
      <View className="hy-asker__contact">
        <Button
          tone="secondary"
          size="small"
          shortcut={KEYS.contact}
          isBusy={look.isPending || lookAtCall.isPending}
          onTap={() => void show()}
        >
          查看电话
        </Button>
        <Text className="hy-asker__note">查看会留下记录</Text>
      </View>
    );
  }
  return (
    <View className="hy-asker__contact" {...aria({ role: 'status' })}>
      <Tap className="hy-asker__phone" label={`拨打${phone}`} onTap={() => callPhone(phone)}>
        <Icon name="phone" size="sm" />
        <Text className="hy-asker__digits">{phone}</Text>
      </Tap>
      <Text className="hy-asker__note">已记下您查看了电话</Text>
    </View>
  );
}
