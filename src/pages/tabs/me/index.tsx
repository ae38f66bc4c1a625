import { isStaff } from '@domain/kernel/roles';
import { getMe } from '@domain/people/people.actions';
import type { MeView } from '@domain/people/people.schema';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { ElderSwitch } from '@/features/me/elder-switch';
import { EntryList, type Entry } from '@/features/me/entry-list';
import { HomeCard } from '@/features/me/home-card';
import { LightChoice } from '@/features/me/light-choice';
import { PrivacyWords } from '@/features/me/privacy-words';
import { Profile } from '@/features/me/profile';
import { callPhone } from '@/services/feedback';
import { go, switchTo } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useSession } from '@/services/session';

/** Everything that is mine, and how I want to see it. */
export default function MePage() {
  const me = useRead(getMe, {});
  const { signOut } = useSession();
  return (
    <Screen title="我的" tab onRefresh={me.refresh}>
      <Stack gap="lg">
        <FailureNote failure={me.failure} onRetry={() => void me.refresh()} isAlone={!me.data} />
        {me.isLoading ? <Skeleton /> : null}
        {me.data ? <Mine me={me.data} /> : null}
        <ElderSwitch />
        <LightChoice />
        <PrivacyWords />
        {PLATFORM === 'h5' ? (
          <Button tone="quiet" block onTap={() => void signOut()}>
            退出，换一个人试试
          </Button>
        ) : null}
      </Stack>
    </Screen>
  );
}

function Mine({ me }: { me: MeView }) {
  return (
    <>
      <Profile me={me} />
      <HomeCard me={me} />
      {isStaff(me) ? <EntryList entries={[STAFF_ENTRY]} /> : null}
      {me.roles.includes('gridWorker') ? <EntryList entries={[GRID_ENTRY]} /> : null}
      <EntryList entries={entriesOf(me)} />
    </>
  );
}

const STAFF_ENTRY: Entry = {
  icon: 'list',
  title: '工作台',
  hint: '接单、审核、发布',
  onTap: () => go('/pages/staff/hub/index'),
};

const GRID_ENTRY: Entry = {
  icon: 'people',
  title: '我的网格',
  hint: '居民说的事',
  onTap: () => go('/pages/figures/grid/index'),
};

const entriesOf = ({ community }: MeView): Entry[] => [
  { icon: 'chat', title: '我问过的事', onTap: () => switchTo('/pages/tabs/desk/index') },
  { icon: 'heart', title: '我的心愿', hint: '许下的和认领的', onTap: () => go('/pages/wishes/mine/index') },
  { icon: 'activity', title: '我报名的活动', onTap: () => go('/pages/activities/mine/index') },
  { icon: 'bell', title: '安全提示', onTap: () => go('/pages/notices/list/index') },
  { icon: 'phone', title: '社区电话', hint: community.phone, onTap: () => callPhone(community.phone) },
];
