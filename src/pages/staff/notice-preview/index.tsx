import { Text } from '@tarojs/components';
import { useState } from 'react';
import { discardNotice, getNoticeForStaff, publishNotice } from '@domain/notices/notice.actions';
import type { StaffNoticeView } from '@domain/notices/notice.schema';
import { listPlaces } from '@domain/people/people.actions';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { Tabs } from '@/components/tabs';
import { coverageOf, coverageWords } from '@/features/notices/coverage';
import { PhoneFrame } from '@/features/notices/phone-frame';
import { confirmAsk, toast } from '@/services/feedback';
import { goBack, goInstead, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import { useAction } from '@/services/use-action';
import './index.scss';

const EDIT = '/pages/staff/notice-edit/index';
const NOTICES = '/pages/staff/notices/index';
const REACH = '/pages/staff/notice-reach/index';
const SIZES = [
  { value: 'standard', text: '标准版' },
  { value: 'elder', text: '长辈版' },
] as const;

export default function NoticePreviewPage() {
  const { noticeId = '' } = useParams<{ noticeId: string }>();
  const { data, failure, isLoading, refresh } = useRead(getNoticeForStaff, { noticeId });
  const [size, setSize] = useState<'standard' | 'elder'>('standard');
  return (
    <Screen
      title="预览"
      onRefresh={refresh}
      footer={data ? <Decide saved={data} refresh={refresh} /> : undefined}
    >
      <Stack gap="lg">
        <FailureNote failure={failure} onRetry={() => void refresh()} />
        {isLoading ? <Skeleton rows={2} /> : null}
        {data ? <WhoSees saved={data} /> : null}
        {data ? (
          <Section title="居民看到的样子">
            <Stack>
              <Tabs options={SIZES} value={size} onPick={setSize} />
              <PhoneFrame notice={data.notice} isElder={size === 'elder'} />
            </Stack>
          </Section>
        ) : null}
      </Stack>
    </Screen>
  );
}

function WhoSees({ saved: { notice, target } }: { saved: StaffNoticeView }) {
  const { data: places, failure, refresh } = useRead(listPlaces, {});
  return (
    <Card tone="warm">
      <Stack gap="xs">
        <Text className="hy-notice-preview__who">
          {places ? coverageWords(target, places) : notice.targetLabel}
        </Text>
        <Text className="hy-notice-preview__where">{notice.targetLabel}</Text>
        <Text className="hy-notice-preview__where">
          {target.kind === 'all'
            ? '社区里的每个人都会在首页看到；绑定了住户的邻居可以回复。'
            : '只有绑定在这些楼里的住户会在首页看到。没用小程序的人家，发布后请打电话或上门。'}
        </Text>
        <FailureNote failure={failure} onRetry={() => void refresh()} />
      </Stack>
    </Card>
  );
}

/** What may be done with it now, as the notice's own moves say. */
function Decide({ saved, refresh }: { saved: StaffNoticeView; refresh(): Promise<void> }) {
  const { noticeId, moves } = saved.notice;
  const places = useRead(listPlaces, {});
  const publishing = useAction(publishNotice, { refresh: ['notice', 'home'] });
  const discarding = useAction(discardNotice, { refresh: ['notice'] });
  const isBusy = publishing.isPending || discarding.isPending;

  const publish = async () => {
    const homes = places.data ? `${coverageOf(saved.target, places.data).householdCount} 户` : '';
    const words = `${saved.notice.targetLabel}${homes ? `，共 ${homes}` : ''}。发出后立刻出现在他们的首页。`;
    if (!(await confirmAsk({ title: '现在发布？', words, yes: '发布' }))) return;
    const done = await publishing.run({ noticeId });
    if (!done.ok) return void refresh();
    toast('已发布', 'done');
    goInstead(REACH, { noticeId });
  };
  const discard = async () => {
    const words = '删除后找不回来。';
    if (!(await confirmAsk({ title: '删除这份草稿？', words, yes: '删除' }))) return;
    const done = await discarding.run({ noticeId });
    if (!done.ok) return void refresh();
    toast('草稿已删除', 'done');
    goBack(NOTICES);
  };

  if (!moves.includes('publish'))
    return (
      <Button block size="large" tone="secondary" onTap={() => goInstead(REACH, { noticeId })}>
        看谁还不知道
      </Button>
    );
  return (
    <Stack gap="sm">
      <FailureNote failure={publishing.failure ?? discarding.failure} />
      <Button
        block
        size="large"
        isBusy={publishing.isPending}
        isDisabled={isBusy}
        onTap={() => void publish()}
      >
        发布
      </Button>
      <Row isSpread>
        <Button tone="quiet" isBusy={discarding.isPending} isDisabled={isBusy} onTap={() => void discard()}>
          删除草稿
        </Button>
        <Button tone="secondary" isDisabled={isBusy} onTap={() => goInstead(EDIT, { noticeId })}>
          继续修改
        </Button>
      </Row>
    </Stack>
  );
}
