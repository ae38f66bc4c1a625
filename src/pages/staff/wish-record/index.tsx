import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { openThread } from '@domain/desk/desk.actions';
import type { ThreadPage } from '@domain/desk/thread.schema';
import { WISH_LIMITS } from '@domain/wishes/wish.schema';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { FaultCount } from '@/components/fault-count';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { CardFields, PhoneField } from '@/features/wishes/card-fields';
import { useRecordForm, type WishSource } from '@/features/wishes/use-card-form';
import { placeOf } from '@/features/wishes/wish-draft';
import { go, goBack, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import './index.scss';

/** 代录心愿: card after card at a table in the courtyard, or one that a conversation becomes. */
export default function WishRecordPage() {
  const { threadId } = useParams<{ threadId: string }>();
  return threadId ? <FromThread threadId={threadId} /> : <Cards source={null} />;
}

function FromThread({ threadId }: { threadId: string }) {
  const { data, failure, refresh } = useRead(openThread, { threadId });
  if (data) return <Cards source={{ threadId, card: cardFrom(data) }} />;
  return (
    <Screen title="转成心愿">
      {failure ? <FailureNote failure={failure} onRetry={() => void refresh()} /> : <Skeleton rows={4} />}
    </Screen>
  );
}

/** The asker and their first words, cut to what a card holds. */
function cardFrom({ thread, messages }: ThreadPage): WishSource['card'] {
  const words = messages.find(({ side }) => side === 'asker')?.text ?? thread.title;
  const cut = (text: string, max: number) => [...text].slice(0, max).join('');
  return {
    title: cut(thread.title, WISH_LIMITS.titleMax),
    detail: words === thread.title ? '' : cut(words, WISH_LIMITS.detailMax),
    contactName: thread.asker?.name ?? '',
    place: thread.asker?.homeLabel ?? '',
  };
}

function Cards({ source }: { source: WishSource | null }) {
  const [recorded, setRecorded] = useState<readonly string[]>([]);
  const [isWriting, setIsWriting] = useState(true);
  const keep = (title: string) => {
    setRecorded((old) => [...old, title]);
    setIsWriting(false);
  };
  if (isWriting) return <Write source={source} recordedCount={recorded.length} onDone={keep} />;
  const again = source ? () => goBack('/pages/staff/hub/index') : () => setIsWriting(true);
  return <Recorded titles={recorded} againText={source ? '回到会话' : '再录一张'} onAgain={again} />;
}

type RecordedProps = { titles: readonly string[]; againText: string; onAgain: () => void };

function Recorded({ titles, againText, onAgain }: RecordedProps) {
  return (
    <Screen title="代录心愿">
      <Stack>
        <Card tone="done">
          <View {...aria({ role: 'status' })}>
            <Text className="hy-record-wish__title">录好了</Text>
            {titles.map((title, index) => (
              <Text key={index} className="hy-record-wish__line">{`${index + 1}. ${title}`}</Text>
            ))}
          </View>
        </Card>
        <Button size="large" block onTap={onAgain}>
          {againText}
        </Button>
        <Button tone="secondary" block onTap={() => go('/pages/staff/wish-review/index')}>
          去审核
        </Button>
      </Stack>
    </Screen>
  );
}

type WriteProps = { source: WishSource | null; recordedCount: number; onDone: (title: string) => void };

function Write({ source, recordedCount, onDone }: WriteProps) {
  const form = useRecordForm(source);
  const send = async () => {
    const wish = await form.submit();
    if (wish) onDone(wish.title);
  };
  const fields = { value: form.value, onChange: form.change, faultOf: form.faultOf };
  return (
    <Screen
      title="代录心愿"
      scrollTo={form.jumpTo}
      footer={
        <Stack gap="sm">
          <FaultCount count={form.faultCount} />
          <FailureNote failure={form.faultCount > 0 ? null : form.failure} />
          <Button size="large" block isBusy={form.isPending} onTap={send}>
            {recordedCount > 0 ? `录好第${recordedCount + 1}张` : '录好这一张'}
          </Button>
        </Stack>
      }
    >
      <Stack>
        <Text className="hy-record-wish__intro">替没有手机的老人、孩子写一张，写完念给他们听听。</Text>
        <Card>
          <CardFields {...fields} />
        </Card>
        <Card>
          <Stack gap="lg">
            <View id={placeOf('contactName')}>
              <TextField
                label="怎么称呼"
                placeholder="例如：王桂英"
                value={form.value.contactName}
                maxLength={20}
                fault={form.faultOf('contactName')}
                required
                onInput={(contactName) => form.change({ contactName })}
              />
            </View>
            <PhoneField {...fields} />
            <View id={placeOf('place')}>
              <TextField
                label="住在哪里"
                placeholder="例如：3号楼2单元502"
                value={form.value.place}
                maxLength={40}
                fault={form.faultOf('place')}
                required
                onInput={(place) => form.change({ place })}
              />
            </View>
          </Stack>
        </Card>
      </Stack>
    </Screen>
  );
}
