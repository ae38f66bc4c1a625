import { View } from '@tarojs/components';
import type { PlacesView } from '@domain/people/people.schema';
import { PickField } from '@/components/pick-field';
import { Stack } from '@/components/stack';
import { roomOptions, withBuilding, type RoomChoice } from './room-choice';
import './room-field.scss';

type RoomFieldProps = {
  choice: RoomChoice;
  places: PlacesView;
  onChange: (choice: RoomChoice) => void;
  fault?: string | undefined;
};

const picked = (value: number | null): string | null => (value === null ? null : String(value));

/** Building, entrance, floor, room, one after the other: only doors that exist can be picked. */
export function RoomField({ choice, places, onChange, fault }: RoomFieldProps) {
  const options = roomOptions(choice, places);
  const hasBuilding = choice.buildingId !== null;
  return (
    <Stack>
      <PickField
        label="哪栋楼"
        options={options.buildings}
        value={choice.buildingId}
        onPick={(buildingId) => onChange(withBuilding(choice, buildingId, places))}
        fault={hasBuilding ? undefined : fault}
        required
      />
      {hasBuilding ? (
        <View>
          <View className="hy-room">
            <View className="hy-room__part">
              <PickField
                label="单元"
                options={options.entrances}
                value={picked(choice.entrance)}
                onPick={(entrance) => onChange({ ...choice, entrance: Number(entrance) })}
                fault={choice.entrance === null ? fault : undefined}
              />
            </View>
            <View className="hy-room__part">
              <PickField
                label="楼层"
                options={options.floors}
                value={picked(choice.floor)}
                onPick={(floor) => onChange({ ...choice, floor: Number(floor) })}
                fault={choice.floor === null ? fault : undefined}
              />
            </View>
            <View className="hy-room__part">
              <PickField
                label="房号"
                options={options.doors}
                value={picked(choice.door)}
                onPick={(door) => onChange({ ...choice, door: Number(door) })}
                fault={choice.door === null ? fault : undefined}
              />
            </View>
          </View>
        </View>
      ) : null}
    </Stack>
  );
}
