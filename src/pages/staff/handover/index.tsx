import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { getHandover, noteOnHandover, signHandover } from '@domain/desk/duty.actions';
import { HANDOVER_LIMITS, type HandoverView } from '@domain/desk/handover.schema';
import { formatWhen } from '@domain/kernel/time';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { ReasonSheet } from '@/components/reason-sheet';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { HandoverItem } from '@/features/duty/handover-item';
import { confirmAsk, toast } from '@/services/feedback';
import { go, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useAction } from '@/services/use-action';

const REFRESH = { refresh: ['handover', 'alert'] };

/** 交接单: what goes from one pair to the next, a line to each, and a signature. */
export default function HandoverPage() {
  const { handoverId = '' } = useParams<{ handoverId: string }>();
  const { data, failure, isLoading, refresh } = useRead(getHandover, { handoverId });
  const sign = useAction(signHandover, REFRESH);
  const signNow = async (sheet: HandoverView) => {
    const bare = sheet.items.filter(({ notes }) => notes.length === 0).length;
    const words = bare > 0 ? `有 ${bare} 件事还没有留言，可以先问一声。签字后由您接手。` : '签字后由您接手。';
    if (!(await confirmAsk({ title: '都看过了？', words, yes: '签字' }))) return;
    const signed = await sign.run({ handoverId });
    if (!signed.ok) toast(signed.error.words);
  };
  return (
    <Screen
      title="交接单"
      onRefresh={refresh}
      footer={
        data?.moves.includes('sign') && (
          <Button block size="large" isBusy={sign.isPending} onTap={() => void signNow(data)}>
            看过了，接班签字
          </Button>
        )
      }
    >
      <Stack>
        <FailureNote failure={failure} onRetry={() => void refresh()} isAlone={!data} />
        {isLoading && <Skeleton rows={4} />}
        {data && <Sheet sheet={data} />}
      </Stack>
    </Screen>
  );
}

function Sheet({ sheet }: { sheet: HandoverView }) {
  const note = useAction(noteOnHandover, REFRESH);
  const [itemId, setItem] = useState<string | null>(null);
  const names = (people: HandoverView['leaving']) => people.map(({ name }) => name).join('、');
  const save = async (text: string) => {
    if (itemId === null) return;
    const noted = await note.run({ handoverId: sheet.handoverId, itemId, text });
    if (noted.ok) setItem(null);
    else toast(noted.error.words);
  };
  return (
    <>
      <Card tone={sheet.status === 'signed' ? 'done' : sheet.isOverdue ? 'danger' : 'waiting'}>
        <Stack gap="xs">
          <Text>{`${names(sheet.leaving)} 交给 ${names(sheet.coming) || '书记'}`}</Text>
          <Text>{`${formatWhen(sheet.changesAt)} 交班，${sheet.items.length} 件事`}</Text>
          <Text>
            {sheet.signerName
              ? `${sheet.signerName} ${formatWhen(sheet.signedAt ?? 0)} 已签字接班`
              : '交班的同事给每件事写一句，接班的同事看过签字'}
          </Text>
        </Stack>
      </Card>
      {sheet.items.length === 0 && <Empty icon="check" title="没有要交的事" hint="这一班都办完了" />}
      <View>
        {sheet.items.map((item) => (
          <HandoverItem
            key={item.itemId}
            item={item}
            canNote={sheet.moves.includes('note')}
            onNote={() => setItem(item.itemId)}
            onOpen={() => go('/pages/staff/thread/index', { threadId: item.threadId })}
          />
        ))}
      </View>
      <ReasonSheet
        isOpen={itemId !== null}
        title="写给接班的同事"
        label="这件事办到哪了，接下来怎么办"
        placeholder="比如：物业说9点派师傅，请跟一下"
        confirmText="写好了"
        maxLength={HANDOVER_LIMITS.noteMax}
        isBusy={note.isPending}
        onConfirm={(text) => void save(text)}
        onClose={() => setItem(null)}
      />
    </>
  );
}
