import { Text } from '@tarojs/components';
import { allowReplyPush, getReplyCredits } from '@domain/desk/reply-notice';
import { HOUR } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { toast } from '@/services/feedback';
import { useRead } from '@/services/queries';
import { askToSubscribe, canSubscribe } from '@/services/subscribe';
import { useAction } from '@/services/use-action';

/** The way to one WeChat message about an answer; null where WeChat cannot send any. */
export function useReplyNotice() {
  const { data, refresh } = useRead(getReplyCredits, {}, { enabled: canSubscribe, staleMs: HOUR });
  const allowing = useAction(allowReplyPush);
  const templateId = canSubscribe ? data?.templateId : null;
  if (!data || !templateId) return null;
  return {
    left: data.left,
    isBusy: allowing.isPending,
    /** Call it first in a tap: after anything asynchronous WeChat does not ask any more. Whether one is allowed now. */
    ask: async (): Promise<boolean> => {
      if ((await askToSubscribe(templateId)) !== 'accepted') return false;
      const allowed = await allowing.run({});
      if (!allowed.ok) toast(allowed.error.words);
      await refresh();
      return allowed.ok;
    },
  };
}

/** Below a question that waits for its answer: one tap, one message. */
export function ReplyNotice() {
  const notice = useReplyNotice();
  if (!notice) return null;
  if (notice.left > 0) return <Text className="hy-decide__ask">有答复时，微信会提醒您一次</Text>;
  const ask = async () => {
    if (await notice.ask()) toast('好的，有答复时微信提醒您', 'done');
    else toast('微信没有允许，答复在这里看');
  };
  return (
    <Button tone="quiet" isBusy={notice.isBusy} onTap={() => void ask()}>
      有答复时用微信提醒我
    </Button>
  );
}
