import { Text } from '@tarojs/components';
import { listBindings } from '@domain/people/people.actions';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { BindingRequest } from '@/features/people/binding-request';
import { useRead } from '@/services/queries';
import './index.scss';

export default function BindingsPage() {
  const { data, failure, isLoading, refresh } = useRead(listBindings, {});
  return (
    <Screen title="住户确认" onRefresh={refresh}>
      <Stack>
        <FailureNote failure={failure} onRetry={() => void refresh()} />
        {isLoading ? <Skeleton /> : null}
        {data && data.items.length === 0 ? (
          <Empty scene="rest" title="都处理完了" hint="有邻居申请绑定住户时，会出现在这里" />
        ) : null}
        {data && data.items.length > 0 ? (
          <Text className="hy-bindings__count">{`${data.items.length} 位邻居在等确认，请对照登记册或打电话核对`}</Text>
        ) : null}
        {data?.items.map((request) => (
          <BindingRequest key={request.personId} request={request} />
        ))}
      </Stack>
    </Screen>
  );
}
