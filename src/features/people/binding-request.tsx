import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { formatAgo, MINUTE } from '@domain/kernel/time';
import { confirmBinding, refuseBinding } from '@domain/people/people.actions';
import { PEOPLE_LIMITS, type BindingCard } from '@domain/people/people.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { ReasonSheet } from '@/components/reason-sheet';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { useNow } from '@/services/clock';
import { confirmAsk, toast } from '@/services/feedback';
import { refreshReads } from '@/services/queries';
import { useAction } from '@/services/use-action';
import './binding-request.scss';

const NOUNS = ['binding', 'home'] as const;

/** One neighbour who says where they live, and the two decisions. */
export function BindingRequest({ request }: { request: BindingCard }) {
  const { personId, name, phoneMasked, homeLabel, requestedAt, boundCount, moves } = request;
  const now = useNow(MINUTE);
  const [isRefusing, setRefusing] = useState(false);
  const confirming = useAction(confirmBinding, { refresh: NOUNS });
  const refusing = useAction(refuseBinding, { refresh: NOUNS });
  const isBusy = confirming.isPending || refusing.isPending;

  const confirm = async () => {
    const words = boundCount > 0 ? `这户已经绑定了 ${boundCount} 人，确认后是第 ${boundCount + 1} 人。` : '';
    const title = `确认${name}住在${homeLabel}？`;
    if (!(await confirmAsk({ title, words: words || '请先打电话或上门核对。', yes: '确认' }))) return;
    const done = await confirming.run({ personId });
    if (done.ok) toast('已确认', 'done');
    else if (done.error.code === 'PERSON_NOT_FOUND') refreshReads(NOUNS);
  };
  const refuse = async (reason: string) => {
    const done = await refusing.run({ personId, reason });
    if (!done.ok) return;
    setRefusing(false);
    toast('已告知申请人', 'done');
  };

  return (
    <Card>
      <Stack gap="sm">
        <View className="hy-binding__head">
          <Text className="hy-binding__home">{homeLabel}</Text>
          <StatusTag tone={boundCount > 0 ? 'waiting' : 'muted'}>
            {boundCount > 0 ? `这户已绑定 ${boundCount} 人` : '这户还没人绑定'}
          </StatusTag>
        </View>
        <Text className="hy-binding__who">{`${name} · ${phoneMasked}`}</Text>
        <Text className="hy-binding__when">{`${formatAgo(requestedAt, now)}提交`}</Text>
        <FailureNote failure={confirming.failure} />
        <View className="hy-binding__decide">
          {moves.includes('refuse') ? (
            <Button tone="quiet" isDisabled={isBusy} label={`不通过${name}`} onTap={() => setRefusing(true)}>
              不通过
            </Button>
          ) : null}
          {moves.includes('confirm') ? (
            <Button
              tone="done"
              isBusy={confirming.isPending}
              isDisabled={refusing.isPending}
              label={`确认${name}`}
              onTap={() => void confirm()}
            >
              确认住户
            </Button>
          ) : null}
        </View>
      </Stack>
      <ReasonSheet
        isOpen={isRefusing}
        title={`不通过：${name}`}
        label="原因（申请人会看到）"
        placeholder="比如：房号和登记册对不上，请核对后再提交"
        confirmText="不通过，并告知本人"
        onConfirm={(reason) => void refuse(reason)}
        onClose={() => setRefusing(false)}
        isBusy={refusing.isPending}
        fault={refusing.failure?.words}
        maxLength={PEOPLE_LIMITS.reasonMax}
      />
    </Card>
  );
}
