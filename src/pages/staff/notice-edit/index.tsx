import { useState } from 'react';
import { openThread } from '@domain/desk/desk.actions';
import type { ThreadPage } from '@domain/desk/thread.schema';
import { getNoticeForStaff } from '@domain/notices/notice.actions';
import { NOTICE_LIMITS, type StaffNoticeView } from '@domain/notices/notice.schema';
import { getMe, listPlaces } from '@domain/people/people.actions';
import type { PlacesView } from '@domain/people/people.schema';
import { Button } from '@/components/button';
import { Empty } from '@/components/empty';
import { FailureNote } from '@/components/failure-note';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { coverageOf } from '@/features/notices/coverage';
import { EditorNote } from '@/features/notices/editor-note';
import { NoticeCard } from '@/features/notices/notice-card';
import { NoticeFields } from '@/features/notices/notice-fields';
import { previewOf, targetOf } from '@/features/notices/notice-form';
import { useNoticeEditor, type NoticeSource } from '@/features/notices/use-notice-editor';
import { confirmAsk, toast } from '@/services/feedback';
import { go, goBack, goInstead, useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';
import './index.scss';

const PREVIEW = '/pages/staff/notice-preview/index';
const NOTICES = '/pages/staff/notices/index';

export default function NoticeEditPage() {
  const params = useParams<{ noticeId: string; threadId: string }>();
  // A notice stored from here is edited further under its id: saving again makes no second one.
  const [storedId, setStoredId] = useState<string | null>(null);
  const noticeId = params.noticeId ?? storedId;
  const threadId = noticeId === null ? (params.threadId ?? null) : null;
  return <Loaded key={noticeId ?? 'new'} noticeId={noticeId} threadId={threadId} onStored={setStoredId} />;
}

type OnStored = (noticeId: string) => void;

type LoadedProps = { noticeId: string | null; threadId: string | null; onStored: OnStored };

function Loaded({ noticeId, threadId, onStored }: LoadedProps) {
  const thread = useRead(openThread, { threadId: threadId ?? '' }, { enabled: threadId !== null });
  const me = useRead(getMe, {});
  const places = useRead(listPlaces, {});
  const stored = useRead(getNoticeForStaff, { noticeId: noticeId ?? '' }, { enabled: noticeId !== null });
  const refresh = async () => {
    const more = [...(noticeId === null ? [] : [stored]), ...(threadId === null ? [] : [thread])];
    await Promise.all([me, places, ...more].map((read) => read.refresh()));
  };
  const isReady =
    me.data && places.data && (noticeId === null || stored.data) && (threadId === null || thread.data);
  if (me.data && places.data && isReady)
    return (
      <Editor
        saved={noticeId === null ? null : (stored.data ?? null)}
        issuer={me.data.community.name}
        places={places.data}
        source={thread.data && threadId !== null ? { threadId, form: formFrom(thread.data) } : null}
        onStored={onStored}
      />
    );
  const failure = thread.failure ?? stored.failure ?? places.failure ?? me.failure;
  return (
    <Screen title="写提示">
      {failure ? <FailureNote failure={failure} onRetry={() => void refresh()} /> : <Skeleton rows={4} />}
    </Screen>
  );
}

/** What the neighbours are told begins with what one of them reported; who reported it stays out. */
const formFrom = ({ thread, messages }: ThreadPage): NoticeSource['form'] => ({
  title: [...thread.title].slice(0, NOTICE_LIMITS.titleMax).join(''),
  body: [...(messages.find(({ side }) => side === 'asker')?.text ?? thread.title)]
    .slice(0, NOTICE_LIMITS.bodyMax)
    .join(''),
});

const ThreadWay = ({ threadId }: { threadId: string }) => (
  <Button tone="quiet" onTap={() => go('/pages/staff/thread/index', { threadId })}>
    看原来的会话
  </Button>
);

type EditorProps = {
  source: NoticeSource | null;
  saved: StaffNoticeView | null;
  issuer: string;
  places: PlacesView;
  onStored: OnStored;
};

function Editor({ saved, issuer, places, source, onStored }: EditorProps) {
  const editor = useNoticeEditor(saved, issuer, source);
  const isLive = editor.mode === 'published';
  if (saved && editor.mode === 'closed')
    return (
      <Screen title="写提示">
        <Empty title="这条提示已经结束，不能再改" action={{ label: '返回', onTap: () => goBack(NOTICES) }} />
      </Screen>
    );

  const store = async (andThen: 'stay' | 'preview') => {
    const done = await editor.save();
    if (!done.ok) return toast(done.error);
    const { noticeId } = done.value.notice;
    if (andThen === 'preview') return goInstead(PREVIEW, { noticeId });
    toast('草稿已保存', 'done');
    onStored(noticeId);
  };
  const revise = async () => {
    const { householdCount } = coverageOf(targetOf(editor.form), places);
    const words = `${householdCount} 户会看到新内容，之前的“已知晓”不再算数，大家要重新回复。`;
    if (!(await confirmAsk({ title: '更新这条提示？', words, yes: '更新' }))) return;
    const done = await editor.save();
    if (!done.ok) return toast(done.error);
    toast('已更新并重新通知', 'done');
    goBack(NOTICES);
  };
  const footer = isLive ? (
    <Button block size="large" isBusy={editor.isSaving} onTap={() => void revise()}>
      更新并重新通知
    </Button>
  ) : (
    <Row>
      <Button tone="secondary" size="large" isBusy={editor.isSaving} onTap={() => void store('stay')}>
        存草稿
      </Button>
      <Button
        className="hy-notice-edit__next"
        size="large"
        isDisabled={editor.isSaving}
        onTap={() => void store('preview')}
      >
        下一步：预览
      </Button>
    </Row>
  );
  return (
    <Screen title={isLive ? '更新提示' : '写提示'} footer={footer}>
      <Stack gap="lg">
        <EditorNote editor={editor} />
        {saved?.link && <ThreadWay threadId={saved.link.id} />}
        <NoticeFields editor={editor} places={places} />
        {isLive && saved ? (
          <Section title="居民会看到">
            <NoticeCard notice={previewOf(editor.form, saved.notice)} isPreview />
          </Section>
        ) : null}
        <FailureNote failure={editor.failure} />
      </Stack>
    </Screen>
  );
}
