import { Text } from '@tarojs/components';
import { useState } from 'react';
import { revokeVetting, type VettedPerson } from '@domain/desk/public-question.actions';
import { formatAt } from '@domain/kernel/time';
import { ROLE_LABELS, type VETTED } from '@domain/kernel/roles';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ReasonSheet } from '@/components/reason-sheet';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import './faq-card-row.scss';

/** Somebody vetted: as what, by whom and why, and the way to end it. */
export function VettedRow({ person }: { person: VettedPerson }) {
  const [ending, setEnding] = useState<(typeof VETTED)[number] | null>(null);
  const revoking = useAction(revokeVetting, { refresh: ['vetting'] });
  const revoke = async (note: string) => {
    if (!ending) return;
    const done = await revoking.run({ personId: person.personId, role: ending, note });
    toast(done.ok ? '已解聘' : done.error.words, done.ok ? 'done' : 'warn');
    if (done.ok) setEnding(null);
  };
  return (
    <Card>
      <Stack gap="xs">
        <Row isSpread align="start">
          <Text className="hy-faq-row__question">{`${person.name} · ${person.homeLabel}`}</Text>
          {person.roles.map((role) => (
            <StatusTag key={role} tone="active">
              {ROLE_LABELS[role]}
            </StatusTag>
          ))}
        </Row>
        {person.history.map(({ words, name, at }) => (
          <Text key={at} className="hy-faq-row__facts">
            {`${formatAt(at, 'YYYY-MM-DD')} ${name} ${words}`}
          </Text>
        ))}
        <Row isWrapping>
          {person.roles.map((role) => (
            <Button key={role} tone="quiet" onTap={() => setEnding(role)}>
              {`解聘${ROLE_LABELS[role]}`}
            </Button>
          ))}
        </Row>
      </Stack>
      <ReasonSheet
        isOpen={ending !== null}
        title={`解聘${person.name}`}
        label="原因"
        placeholder="如：工作忙，本人提出"
        confirmText="解聘"
        isBusy={revoking.isPending}
        onConfirm={(note) => void revoke(note)}
        onClose={() => setEnding(null)}
      />
    </Card>
  );
}
