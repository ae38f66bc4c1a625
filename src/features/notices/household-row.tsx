import { Text, View } from '@tarojs/components';
import type { HouseholdReach } from '@domain/notices/notice.schema';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Stack } from '@/components/stack';
import { StatusTag, type StatusTone } from '@/components/status-tag';
import { REACH_WORDS, stateOf, type ReachState } from './reach';
import './household-row.scss';

const TONES: Readonly<Record<ReachState, StatusTone>> = {
  needsHelp: 'danger',
  notReached: 'waiting',
  acknowledged: 'done',
};

type HouseholdRowProps = { household: HouseholdReach; onTap?: (() => void) | undefined };

/** One door: who lives there as far as the app knows, what they answered, and who took it down. */
export function HouseholdRow({ household, onTap }: HouseholdRowProps) {
  const { homeLabel, members, note, recordedBy } = household;
  const state = stateOf(household);
  const who = members.length > 0 ? members.join('、') : '没人用小程序';
  return (
    <Card onTap={onTap} label={`${homeLabel}，${REACH_WORDS[state]}，登记回复`}>
      <Stack gap="xs">
        <View className="hy-household__head">
          <Text className="hy-household__label">{homeLabel}</Text>
          <StatusTag tone={TONES[state]}>{REACH_WORDS[state]}</StatusTag>
        </View>
        {note ? <Text className="hy-household__note">{`“${note}”`}</Text> : null}
        <View className="hy-household__head">
          <Text className="hy-household__who">{recordedBy ? `${who} · ${recordedBy}代为登记` : who}</Text>
          {onTap ? (
            <View className="hy-household__record">
              <Text>{state === 'notReached' ? '登记回复' : '改登记'}</Text>
              <Icon name="chevron" size="sm" />
            </View>
          ) : null}
        </View>
      </Stack>
    </Card>
  );
}
