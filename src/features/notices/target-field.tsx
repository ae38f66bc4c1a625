import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { PlacesView } from '@domain/people/people.schema';
import { Chips } from '@/components/chips';
import { ChoiceField } from '@/components/choice-field';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Stack } from '@/components/stack';
import { Tap } from '@/components/tap';
import { coverageOf, coverageWords } from './coverage';
import { targetOf, type NoticeForm } from './notice-form';
import './target-field.scss';

type Chosen = Pick<NoticeForm, 'scope' | 'buildingIds' | 'gridIds'>;
type TargetFieldProps = {
  form: NoticeForm;
  places: PlacesView;
  onChange: (chosen: Partial<Chosen>) => void;
  fault?: string | undefined;
};

const SCOPES = [
  { value: 'places', text: '选楼栋、网格' },
  { value: 'all', text: '全社区' },
] as const;

/** Whom a notice is for, and at once how many households that is. */
export function TargetField({ form, places, onChange, fault }: TargetFieldProps) {
  return (
    <View>
      <Stack gap="sm">
        <ChoiceField
          label="发给谁"
          options={SCOPES}
          value={form.scope}
          onPick={(scope) => onChange({ scope })}
          fault={fault}
        />
        {form.scope === 'places'
          ? places.grids.map((grid) => (
              <GridChoice key={grid.gridId} grid={grid} form={form} places={places} onChange={onChange} />
            ))
          : null}
        <View className="hy-target__sum">
          <Icon name="people" />
          <Text className="hy-target__sum-words">{coverageWords(targetOf(form), places)}</Text>
        </View>
      </Stack>
    </View>
  );
}

type GridChoiceProps = Omit<TargetFieldProps, 'fault'> & { grid: PlacesView['grids'][number] };

/** A grid as a whole, or single buildings of it. */
function GridChoice({ grid, form, places, onChange }: GridChoiceProps) {
  const { gridIds, buildingIds } = form;
  const isWhole = gridIds.includes(grid.gridId);
  const buildings = places.buildings.filter(({ gridId }) => gridId === grid.gridId);
  const ownIds = buildings.map(({ buildingId }) => buildingId);
  const chosen = buildingIds.filter((id) => ownIds.includes(id));
  const [isOpen, setOpen] = useState(chosen.length > 0);
  const others = buildingIds.filter((id) => !ownIds.includes(id));
  const whole = coverageOf({ kind: 'places', buildingIds: [], gridIds: [grid.gridId] }, places);
  const toggleGrid = () =>
    onChange(
      isWhole
        ? { gridIds: gridIds.filter((id) => id !== grid.gridId) }
        : { gridIds: [...gridIds, grid.gridId], buildingIds: others },
    );
  const toggleBuilding = (id: string) =>
    onChange({
      buildingIds: buildingIds.includes(id)
        ? buildingIds.filter((other) => other !== id)
        : [...buildingIds, id],
    });
  return (
    <View className="hy-target__grid">
      <View className="hy-target__row">
        <Tap
          className={classNames('hy-target__whole', isWhole && 'hy-target__whole--on')}
          role="checkbox"
          label={`整个${grid.name}`}
          isChecked={isWhole}
          onTap={toggleGrid}
        >
          <View className="hy-target__box">{isWhole ? <Icon name="check" size="sm" /> : null}</View>
          <View className="hy-target__words">
            <Text className="hy-target__name">{grid.name}</Text>
            <Text className="hy-target__note">
              {`${grid.workerName} · ${whole.buildingCount} 栋 ${whole.householdCount} 户`}
            </Text>
          </View>
        </Tap>
        {isWhole ? null : (
          <Tap
            className="hy-target__open"
            label={`${isOpen ? '收起' : '选择'}${grid.name}的楼栋`}
            onTap={() => setOpen(!isOpen)}
          >
            <Text>{chosen.length > 0 ? `已选 ${chosen.length} 栋` : isOpen ? '收起' : '选楼栋'}</Text>
          </Tap>
        )}
      </View>
      {isOpen && !isWhole ? (
        <View className="hy-target__buildings">
          <Chips
            label={`${grid.name}的楼栋`}
            options={buildings.map(({ buildingId, name }) => ({ value: buildingId, text: name }))}
            isMany
            isChosen={(id) => buildingIds.includes(id)}
            onTap={toggleBuilding}
          />
        </View>
      ) : null}
    </View>
  );
}
