import { useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import { getHome, type HomeView } from '@domain/home/home.actions';
import { MINUTE } from '@domain/kernel/time';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Stack } from '@/components/stack';
import { useOutgoing } from '@/features/desk/outgoing-of-person';
import { helpingLink } from '@/features/home/helping-link';
import { HomeSkeleton } from '@/features/home/home-skeleton';
import { useNow } from '@/services/clock';
import { useDisplay } from '@/services/display';
import { HOME } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { showUnreadOnTab } from '@/services/tab-badge';
import { ElderHome } from './elder-home';
import { FullHome } from './full-home';

/** The first screen: what should I know, whom can I ask, what is going on around me. */
export default function HomePage() {
  // What was written without network goes out when the app is opened again, wherever it was written.
  useOutgoing();
  const home = useRead(getHome, {}, { staleMs: 0 });
  useShareAppMessage(({ from }) =>
    from === 'button' && home.data
      ? helpingLink(home.data.me.personId)
      : { title: '呼应：社区日夜有人应', path: HOME },
  );
  return (
    <Screen title={home.data?.me.community.name ?? '呼应'} tab onRefresh={home.refresh}>
      <Stack gap="lg">
        <FailureNote failure={home.failure} onRetry={() => void home.refresh()} isAlone={!home.data} />
        {home.isLoading ? <HomeSkeleton /> : null}
        {home.data ? <Home home={home.data} /> : null}
      </Stack>
    </Screen>
  );
}

function Home({ home }: { home: HomeView }) {
  const { isElder } = useDisplay();
  const now = useNow(MINUTE);
  useEffect(() => showUnreadOnTab(home.unreadCount), [home.unreadCount]);
  return isElder ? <ElderHome home={home} now={now} /> : <FullHome home={home} now={now} />;
}
