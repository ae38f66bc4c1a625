import { Text, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import type { ReachRow } from '@domain/notices/notice.schema';
import { reachedWords, reachShares, REACH_WORDS } from './reach';
import './reach-bar.scss';

type Counts = Pick<ReachRow, 'householdCount' | 'acknowledgedCount' | 'needsHelpCount' | 'notReachedCount'>;

/** How far a notice got, drawn to scale over all households, not only over those who use the app. */
export function ReachBar({ counts }: { counts: Counts }) {
  const shares = reachShares(counts);
  return (
    <View className="hy-reach-bar" {...aria({ role: 'img', label: reachedWords(counts) })}>
      {(['needsHelp', 'acknowledged', 'notReached'] as const).map((state) => (
        <View
          key={state}
          className={`hy-reach-bar__part hy-reach-bar__part--${state}`}
          style={{ width: `${shares[state]}%` }}
        />
      ))}
    </View>
  );
}

/** The three exact numbers behind the bar, each with its sign and word. */
export const ReachCounts = ({ counts }: { counts: Counts }) => (
  <View className="hy-reach-counts">
    <Count state="needsHelp" count={counts.needsHelpCount} />
    <Count state="notReached" count={counts.notReachedCount} />
    <Count state="acknowledged" count={counts.acknowledgedCount} />
  </View>
);

const Count = ({ state, count }: { state: keyof typeof REACH_WORDS; count: number }) => (
  <View className="hy-reach-counts__one">
    <Text className={`hy-reach-counts__number hy-reach-counts__number--${state}`}>{count}</Text>
    <View className="hy-reach-counts__line">
      <View className={`hy-reach-counts__key hy-reach-counts__key--${state}`} />
      <Text className="hy-reach-counts__word">{REACH_WORDS[state]}</Text>
    </View>
  </View>
);
