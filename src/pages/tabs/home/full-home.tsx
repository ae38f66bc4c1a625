import type { HomeView } from '@domain/home/home.actions';
import { Section } from '@/components/section';
import { Stack } from '@/components/stack';
import { ActivityCard } from '@/features/activities/activity-card';
import { ThreadRow } from '@/features/desk/thread-row';
import { BindingHint } from '@/features/home/binding-hint';
import { DutyHero } from '@/features/home/duty-hero';
import { StaffStrip } from '@/features/home/staff-strip';
import { WishWall } from '@/features/wishes/wish-wall';
import { go, switchTo } from '@/services/navigate';
import { HomeNotices, useAsking } from './home-notices';

const DESK = '/pages/tabs/desk/index';

type HomeProps = { home: HomeView; now: number };

/** Everything near me, in the order in which it matters. */
export function FullHome({ home, now }: HomeProps) {
  const { me, duty, notices, staff } = home;
  const asking = useAsking(notices);
  return (
    <>
      {staff ? <StaffStrip staff={staff} /> : null}
      <HomeNotices notices={notices} asking={asking} />
      <DutyHero
        duty={duty}
        name={me.name}
        now={now}
        isBrief={asking !== undefined}
        onAsk={() => switchTo(DESK)}
      />
      {staff ? null : <BindingHint me={me} />}
      <MyMatters home={home} now={now} />
      <Around home={home} now={now} />
    </>
  );
}

function MyMatters({ home, now }: HomeProps) {
  if (home.threads.length === 0) return null;
  return (
    <Section title="我的事" action={{ label: '全部', onTap: () => switchTo(DESK) }}>
      <Stack gap="sm">
        {home.threads.map((thread) => (
          <ThreadRow
            key={thread.threadId}
            thread={thread}
            now={now}
            onTap={() => go('/pages/desk/thread/index', { threadId: thread.threadId })}
          />
        ))}
      </Stack>
    </Section>
  );
}

function Around({ home, now }: HomeProps) {
  return (
    <>
      {home.activities.length > 0 ? (
        <Section
          title="近期活动"
          action={{ label: '全部', onTap: () => switchTo('/pages/tabs/activities/index') }}
        >
          <Stack gap="sm">
            {home.activities.map((activity) => (
              <ActivityCard
                key={activity.activityId}
                activity={activity}
                now={now}
                onTap={() => go('/pages/activities/detail/index', { activityId: activity.activityId })}
              />
            ))}
          </Stack>
        </Section>
      ) : null}
      {home.wishes.length > 0 ? (
        <Section
          title="邻居的心愿"
          action={{ label: '心愿墙', onTap: () => switchTo('/pages/tabs/wishes/index') }}
        >
          <WishWall
            wishes={home.wishes}
            onOpen={({ wishId }) => go('/pages/wishes/detail/index', { wishId })}
          />
        </Section>
      ) : null}
    </>
  );
}
