import { Text } from '@tarojs/components';
import { allowPush, getPushAllowance } from '@domain/desk/duty.actions';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Stack } from '@/components/stack';
import { toast } from '@/services/feedback';
import { useRead } from '@/services/queries';
import { askToSubscribe, canSubscribe } from '@/services/subscribe';
import { useAction } from '@/services/use-action';

/** One tap allows WeChat one message; how many are left is said truthfully. Nothing where WeChat cannot send any. */
export function PushAllowance() {
  const { data, refresh } = useRead(getPushAllowance, {});
  const allow = useAction(allowPush);
  if (!canSubscribe || !data?.templateId) return null;
  const { templateId, left } = data;
  const ask = async () => {
    const answer = await askToSubscribe(templateId);
    if (answer !== 'accepted') return toast('微信没有允许，提醒会留在这里');
    const allowed = await allow.run({});
    if (!allowed.ok) return toast(allowed.error.words);
    await refresh();
  };
  return (
    <Card tone="muted">
      <Stack gap="sm">
        <Text>{left > 0 ? `还可以用微信提醒您 ${left} 次` : '微信提醒已用完，提醒只在这里显示'}</Text>
        <Button tone="secondary" isBusy={allow.isPending} onTap={() => void ask()}>
          允许微信再提醒一次
        </Button>
      </Stack>
    </Card>
  );
}
