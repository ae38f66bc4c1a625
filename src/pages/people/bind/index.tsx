import { Text } from '@tarojs/components';
import { getMe, listPlaces } from '@domain/people/people.actions';
import type { MeView } from '@domain/people/people.schema';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { BindForm } from '@/features/people/bind-form';
import { BoundHome, RequestedHome } from '@/features/people/bind-state';
import { useRead } from '@/services/queries';
import './index.scss';

export default function BindPage() {
  const { data: me, failure, isLoading, refresh } = useRead(getMe, {});
  return (
    <Screen title="我的住户" onRefresh={refresh}>
      <Stack gap="lg">
        <FailureNote failure={failure} onRetry={() => void refresh()} />
        {isLoading ? <Skeleton rows={2} /> : null}
        {me ? <MyHome me={me} /> : null}
      </Stack>
    </Screen>
  );
}

function MyHome({ me }: { me: MeView }) {
  if (me.status === 'requested') return <RequestedHome me={me} />;
  if (me.status === 'bound') return <BoundHome me={me} />;
  return <NewRequest me={me} />;
}

function NewRequest({ me }: { me: MeView }) {
  const { data: places, failure, isLoading, refresh } = useRead(listPlaces, {});
  return (
    <Stack gap="lg">
      {me.refusal ? (
        <Card tone="danger">
          <Text className="hy-bind-page__refused">上次没有通过</Text>
          <Text className="hy-bind-page__reason">{me.refusal}</Text>
          <Text className="hy-bind-page__reason">改好后可以再次提交；有疑问请打值班电话问一问。</Text>
        </Card>
      ) : null}
      <Section title="您住在哪一户" hint="绑定后，能收到自家楼栋的提示，也能参加本楼的活动">
        <FailureNote failure={failure} onRetry={() => void refresh()} />
        {isLoading ? <Skeleton rows={2} /> : null}
        {places ? <BindForm places={places} /> : null}
      </Section>
    </Stack>
  );
}
