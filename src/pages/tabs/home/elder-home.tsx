import { View } from '@tarojs/components';
import { useState } from 'react';
import type { HomeView } from '@domain/home/home.actions';
import { Stack } from '@/components/stack';
import { BigTile } from '@/features/home/big-tile';
import { DutyHero } from '@/features/home/duty-hero';
import { HelpingSheet } from '@/features/home/helping-sheet';
import { go, switchTo } from '@/services/navigate';
import { HomeNotices, useAsking } from './home-notices';

const DESK = '/pages/tabs/desk/index';

/** Six large things at most: the notice, the two doors of the desk, somebody else's help, and two more. */
export function ElderHome({ home, now }: { home: HomeView; now: number }) {
  const [isHelping, setHelping] = useState(false);
  const asking = useAsking(home.notices);
  return (
    <>
      <HomeNotices notices={home.notices} asking={asking} isOne />
      <DutyHero
        duty={home.duty}
        name={home.me.name}
        now={now}
        isBrief={asking !== undefined}
        onAsk={() => switchTo(DESK)}
      />
      <View>
        <Stack gap="md">
          <BigTile
            icon="people"
            title="请人帮我办"
            hint="打电话，或让家人写"
            onTap={() => setHelping(true)}
          />
          {home.staff ? <StaffTile waitingCount={home.staff.waitingCount} /> : <MattersTile home={home} />}
          <BigTile
            icon="activity"
            title="参加活动"
            hint={home.activities[0]?.title ?? '看看最近有什么'}
            onTap={() => switchTo('/pages/tabs/activities/index')}
          />
        </Stack>
        <HelpingSheet
          isOpen={isHelping}
          me={home.me}
          phone={home.duty.phone}
          onClose={() => setHelping(false)}
        />
      </View>
    </>
  );
}

const StaffTile = ({ waitingCount }: { waitingCount: number }) => (
  <BigTile
    icon="list"
    title="工作台"
    hint={waitingCount > 0 ? `${waitingCount}件等待接单` : '没有等待的事'}
    count={waitingCount}
    onTap={() => go('/pages/staff/hub/index')}
  />
);

function MattersTile({ home }: { home: HomeView }) {
  const hint =
    home.unreadCount > 0 ? `社区回了您${home.unreadCount}条` : (home.threads[0]?.title ?? '还没有问过');
  return (
    <BigTile icon="chat" title="我问过的" hint={hint} count={home.unreadCount} onTap={() => switchTo(DESK)} />
  );
}
