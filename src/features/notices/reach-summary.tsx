import { Text, View } from '@tarojs/components';
import type { ReachRow, ReachView } from '@domain/notices/notice.schema';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { Icon } from '@/components/icon';
import { Section } from '@/components/section';
import { Stack } from '@/components/stack';
import { buildingsByUrgency, reachedWords } from './reach';
import { ReachBar, ReachCounts } from './reach-bar';
import './reach-summary.scss';

/** All households a notice is for: how many answered, how many need help, how many nobody has heard from. */
export function ReachTotal({ total }: { total: ReachView['total'] }) {
  const offApp = total.householdCount - total.onAppCount;
  return (
    <Card>
      <Stack>
        <Text className="hy-reach__total">{reachedWords(total)}</Text>
        <ReachBar counts={total} />
        <ReachCounts counts={total} />
        {offApp > 0 ? (
          <View className="hy-reach__off-app">
            <Icon name="phone" size="sm" />
            <Text className="hy-reach__off-app-words">
              {`有 ${offApp} 户没人用小程序，看不到这条提示，请打电话或上门告诉他们。`}
            </Text>
          </View>
        ) : null}
      </Stack>
    </Card>
  );
}

type ReachBuildingsProps = { rows: readonly ReachRow[]; onOpen: (row: ReachRow) => void };

/** Building by building, the one to care for first on top. */
export const ReachBuildings = ({ rows, onOpen }: ReachBuildingsProps) => (
  <Section title="一栋一栋看" hint="点开能看到每一户">
    {rows.length === 0 ? <Empty title="没有楼栋" hint="登记册里没有这条提示要发给的楼栋" /> : null}
    <Stack gap="sm">
      {buildingsByUrgency(rows).map((row) => (
        <BuildingRow key={row.buildingId} row={row} onOpen={() => onOpen(row)} />
      ))}
    </Stack>
  </Section>
);

const BuildingRow = ({ row, onOpen }: { row: ReachRow; onOpen: () => void }) => (
  <Card
    onTap={onOpen}
    label={`${row.name}，${row.needsHelpCount}户需要帮助，${row.notReachedCount}户没联系到，${row.acknowledgedCount}户已知晓`}
  >
    <Stack gap="xs">
      <View className="hy-reach__head">
        <Text className="hy-reach__name">{row.name}</Text>
        <Text className="hy-reach__missing">
          {row.notReachedCount > 0 ? `还差 ${row.notReachedCount} 户` : '都联系到了'}
        </Text>
        <Icon name="chevron" size="sm" />
      </View>
      <ReachBar counts={row} />
      <View className="hy-reach__foot">
        {row.needsHelpCount > 0 ? (
          <Text className="hy-reach__help">{`${row.needsHelpCount} 户需要帮助`}</Text>
        ) : null}
        <Text className="hy-reach__note">{`${reachedWords(row)} · ${row.onAppCount} 户在用小程序`}</Text>
      </View>
    </Stack>
  </Card>
);
