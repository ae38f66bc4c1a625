import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { PLACE_LIMITS } from '@domain/desk/message-place';
import { MINUTE } from '@domain/kernel/time';
import { getMe, listPlaces } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { Chips, type Option } from '@/components/chips';
import { FailureNote } from '@/components/failure-note';
import { Field } from '@/components/field';
import { Icon } from '@/components/icon';
import { PickField } from '@/components/pick-field';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { TextField } from '@/components/text-field';
import { useRead } from '@/services/queries';
import { formFrom, homePlace, numbered, placeFrom, withChoice, type PlaceForm } from './place-form';
import type { EnclosedPlace } from './use-enclosures';
import './place-sheet.scss';

type Props = {
  isHomeOffered: boolean;
  chosen: EnclosedPlace | null;
  onPick: (place: EnclosedPlace) => void;
  onClose: () => void;
};

/** Where it is: one's own home in one tap, a building down to its floor, or a public place in words. */
export function PlaceSheet({ isHomeOffered, chosen, onPick, onClose }: Props) {
  const [form, setForm] = useState(() => formFrom(chosen));
  const places = useRead(listPlaces, {}, { staleMs: 60 * MINUTE });
  const { data: me } = useRead(getMe, {}, { enabled: isHomeOffered });
  const buildings = places.data?.buildings ?? [];
  const place = placeFrom(form, buildings);
  const home = isHomeOffered && me?.status === 'bound' ? me.homeLabel : null;
  const pick = (picked: EnclosedPlace) => {
    onPick(picked);
    onClose();
  };
  const choose = (choice: Partial<PlaceForm>) => setForm((old) => withChoice(old, choice));
  return (
    <Sheet
      isOpen
      title="在哪里"
      onClose={onClose}
      footer={
        <Button size="large" block isDisabled={!place} onTap={() => place && pick(place)}>
          {place ? `确定：${place.label}` : '请选择或填写位置'}
        </Button>
      }
    >
      <ScrollView className="hy-place-sheet" scrollY>
        {home !== null && (
          <Tap className="hy-place-sheet__home" onTap={() => pick(homePlace(home))} label={`我家，${home}`}>
            <Icon name="house" />
            <View className="hy-place-sheet__home-words">
              <Text>我家</Text>
              <Text className="hy-place-sheet__hint">{home}</Text>
            </View>
          </Tap>
        )}
        <FailureNote failure={places.failure} onRetry={() => void places.refresh()} />
        <BuildingFields form={form} buildings={buildings} onChoose={choose} />
        <TextField
          label="或者公共位置"
          value={form.spot}
          maxLength={PLACE_LIMITS.spotMax}
          placeholder="比如：中心广场、北门"
          onInput={(spot) => choose({ spot })}
        />
        <TextField
          label="具体在哪（可不填）"
          value={form.note}
          maxLength={PLACE_LIMITS.noteMax}
          placeholder="比如：电梯口"
          onInput={(note) => choose({ note })}
        />
      </ScrollView>
    </Sheet>
  );
}

type FieldsProps = {
  form: PlaceForm;
  buildings: readonly { buildingId: string; name: string; entrances: number; floors: number }[];
  onChoose: (choice: Partial<PlaceForm>) => void;
};

/** 楼栋, then its 单元 and 楼层; the deeper ones may be left open. */
function BuildingFields({ form, buildings, onChoose }: FieldsProps) {
  const chosen = buildings.find(({ buildingId }) => buildingId === form.buildingId);
  const options = buildings.map(({ buildingId, name }) => ({ value: buildingId, text: name }));
  return (
    <>
      {buildings.length > 0 && (
        <OneOf
          label="楼栋"
          options={options}
          value={form.buildingId ?? ''}
          onPick={(buildingId) => onChoose({ buildingId })}
        />
      )}
      {chosen && chosen.entrances > 1 && (
        <OneOf
          label="单元"
          options={numbered(chosen.entrances, '单元')}
          value={String(form.entrance ?? '')}
          onPick={(entrance) => onChoose({ entrance: Number(entrance) })}
        />
      )}
      {chosen && (
        <OneOf
          label="楼层（可不选）"
          options={numbered(chosen.floors, '层')}
          value={String(form.floor ?? '')}
          onPick={(floor) => onChoose({ floor: Number(floor) })}
        />
      )}
    </>
  );
}

/** So many answers stand side by side; more are a list to scroll through. */
const SIDE_BY_SIDE = 12;

type OneOfProps = {
  label: string;
  options: readonly Option[];
  value: string;
  onPick: (value: string) => void;
};

function OneOf({ label, options, value, onPick }: OneOfProps) {
  if (options.length > SIDE_BY_SIDE) {
    return <PickField label={label} options={options} value={value} onPick={onPick} />;
  }
  const isChosen = (option: string) => option === value;
  return (
    <Field label={label}>
      <Chips label={label} isMany={false} options={options} isChosen={isChosen} onTap={onPick} />
    </Field>
  );
}
