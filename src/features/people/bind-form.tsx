import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';
import { requestBinding } from '@domain/people/people.actions';
import { bindingRequestInput, PEOPLE_LIMITS, type PlacesView } from '@domain/people/people.schema';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { Icon } from '@/components/icon';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { useDraft } from '@/services/drafts';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import { NO_ROOM, roomOf, roomWords, type RoomChoice } from './room-choice';
import { RoomField } from './room-field';
import './bind-form.scss';

const EMPTY = { room: NO_ROOM, name: '', phone: '' };
const LABELS = { name: '姓名', phone: '手机号' } as const;
/** Faults of the three fields of a room are all about the door that was picked. */
const ROOM_FIELDS: readonly string[] = ['buildingId', 'entrance', 'room'];

/** Asks to be tied to a household: which door, who, and a number the community may call. */
export function BindForm({ places }: { places: PlacesView }) {
  const draft = useDraft('people.bind', EMPTY);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const { run, isPending, failure } = useAction(requestBinding, { refresh: ['me', 'home', 'binding'] });
  const { room, name, phone } = draft.value;
  const at = (...fields: string[]) => faults.find(({ field }) => fields.includes(field))?.words;

  const change = (changed: Partial<typeof EMPTY>, ...fields: string[]) => {
    setFaults((old) => old.filter(({ field }) => !fields.includes(field)));
    draft.set((old) => ({ ...old, ...changed }));
  };
  const request = async () => {
    const read = checkInput(bindingRequestInput, { ...roomOf(room), name, phone }, LABELS);
    setFaults(read.ok ? [] : read.faults);
    if (!read.ok) return toast('还差一点，请看标红的地方');
    const done = await run(read.value);
    if (!done.ok) return setFaults(done.error.faults);
    draft.clear();
    toast('已提交，等社区确认', 'done');
  };

  return (
    <Stack gap="lg">
      <RoomField
        choice={room}
        places={places}
        onChange={(next: RoomChoice) => change({ room: next }, ...ROOM_FIELDS)}
        fault={at(...ROOM_FIELDS) ? '请选一下' : undefined}
      />
      <Chosen words={roomWords(room, places)} />
      <TextField
        label="您的姓名"
        value={name}
        onInput={(next) => change({ name: next }, 'name')}
        placeholder="和户口本或房本上一致"
        maxLength={PEOPLE_LIMITS.nameMax}
        fault={at('name')}
        required
      />
      <View>
        <TextField
          label="手机号"
          type="phone"
          value={phone}
          onInput={(next) => change({ phone: next }, 'phone')}
          placeholder="手机，或带区号的座机"
          maxLength={20}
          fault={at('phone')}
          required
        />
        <View className="hy-bind__why">
          <Icon name="lock" size="sm" />
          <Text className="hy-bind__why-words">
            为什么要手机号：社区要打电话核对您是这户的人；停水、着火等急事联系不上时也会打。号码加密保存，邻居看不到，搬走后就删除。
          </Text>
        </View>
      </View>
      <FailureNote failure={failure} />
      <Button block size="large" isBusy={isPending} onTap={() => void request()}>
        提交，请社区确认
      </Button>
    </Stack>
  );
}

function Chosen({ words }: { words: string | null }) {
  if (!words) return null;
  return (
    <View className="hy-bind__chosen">
      <Icon name="home" />
      <Text className="hy-bind__chosen-words">{words}</Text>
    </View>
  );
}
