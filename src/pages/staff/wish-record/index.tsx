import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { FaultCount } from '@/components/fault-count';
import { Screen } from '@/components/screen';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { CardFields, PhoneField } from '@/features/wishes/card-fields';
import { useRecordForm } from '@/features/wishes/use-card-form';
import { placeOf } from '@/features/wishes/wish-draft';
import { go } from '@/services/navigate';
import './index.scss';

export default function WishRecordPage() {
  const [recorded, setRecorded] = useState<readonly string[]>([]);
  const [isWriting, setIsWriting] = useState(true);
  const keep = (title: string) => {
    setRecorded((old) => [...old, title]);
    setIsWriting(false);
  };
  if (isWriting) return <Write recordedCount={recorded.length} onDone={keep} />;
  return <Recorded titles={recorded} onAgain={() => setIsWriting(true)} />;
}

function Recorded({ titles, onAgain }: { titles: readonly string[]; onAgain: () => void }) {
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
          再录一张
        </Button>
        <Button tone="secondary" block onTap={() => go('/pages/staff/wish-review/index')}>
          去审核
        </Button>
      </Stack>
    </Screen>
  );
}

function Write({ recordedCount, onDone }: { recordedCount: number; onDone: (title: string) => void }) {
  const form = useRecordForm();
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
