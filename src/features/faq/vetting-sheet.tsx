import { useState } from 'react';
import { grantVetting, listVettingCandidates } from '@domain/desk/public-question.actions';
import { ROLE_LABELS, VETTED } from '@domain/kernel/roles';
import { listPlaces } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { PickField } from '@/components/pick-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { toast } from '@/services/feedback';
import { useRead } from '@/services/queries';
import { useAction } from '@/services/use-action';

const ROLE_OPTIONS = VETTED.map((role) => ({ value: role, text: ROLE_LABELS[role] }));

/** Staff choose a confirmed resident by building, say as what, and why. */
export function VettingSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [buildingId, setBuildingId] = useState('');
  const [personId, setPersonId] = useState('');
  const [role, setRole] = useState<(typeof VETTED)[number]>('policyExpert');
  const [note, setNote] = useState('');
  const places = useRead(listPlaces, {}, { enabled: isOpen });
  const candidates = useRead(listVettingCandidates, { buildingId }, { enabled: isOpen && buildingId !== '' });
  const granting = useAction(grantVetting, { refresh: ['vetting'] });
  const grant = async () => {
    if (personId === '') return toast('请先选居民');
    if (note.trim().length < 2) return toast('请写一句理由');
    const done = await granting.run({ personId, role, note });
    if (!done.ok) return toast(done.error.words);
    toast('已聘请', 'done');
    setPersonId('');
    setNote('');
    onClose();
  };
  return (
    <Sheet
      isOpen={isOpen}
      title="请一位热心居民"
      onClose={onClose}
      footer={
        <Button block size="large" isBusy={granting.isPending} onTap={() => void grant()}>
          聘请
        </Button>
      }
    >
      <Stack>
        <PickField
          label="楼栋"
          options={(places.data?.buildings ?? []).map(({ buildingId: id, name }) => ({
            value: id,
            text: name,
          }))}
          value={buildingId}
          onPick={(next) => {
            setBuildingId(next);
            setPersonId('');
          }}
        />
        <PickField
          label="居民"
          options={(candidates.data?.items ?? []).map(({ personId: id, name, homeLabel }) => ({
            value: id,
            text: `${name}（${homeLabel}）`,
          }))}
          value={personId}
          onPick={setPersonId}
          placeholder={buildingId === '' ? '先选楼栋' : '请选择'}
        />
        <ChoiceField label="担任" options={ROLE_OPTIONS} value={role} onPick={setRole} />
        <TextField
          label="理由"
          value={note}
          onInput={setNote}
          placeholder="如：退休前在社保所，熟悉养老政策"
          maxLength={100}
        />
      </Stack>
    </Sheet>
  );
}
