import { Text, View } from '@tarojs/components';
import { addNote, listColleagues, listNotes } from '@domain/desk/note.actions';
import { CASEWORK_LIMITS, type ColleagueView, type NoteView } from '@domain/desk/casework.schema';
import { formatAgo, MINUTE } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Chips } from '@/components/chips';
import { Face } from '@/components/face';
import { FailureNote } from '@/components/failure-note';
import { Icon } from '@/components/icon';
import { TextAreaField } from '@/components/text-area-field';
import { useNow } from '@/services/clock';
import { useDraft } from '@/services/drafts';
import { usePages, useRead } from '@/services/queries';
import { useAction } from '@/services/use-action';
import { useEvery } from '@/services/use-every';
import './note-pane.scss';

/** So often colleagues' new notes are looked for while the page is open, ms. */
const LOOK_MS = 15_000;

/** Words among colleagues about a matter; no resident ever sees one. `@` with a name tells that colleague. */
export function NotePane({ threadId }: { threadId: string }) {
  const notes = usePages(listNotes, { threadId });
  useEvery(LOOK_MS, () => void notes.refresh());
  return (
    <View className="hy-notes">
      <View className="hy-notes__head">
        <Text className="hy-notes__title" {...aria({ role: 'heading' })}>
          内部备注
        </Text>
        <View className="hy-notes__secret">
          <Icon name="lock" size="sm" />
          <Text>仅工作人员可见</Text>
        </View>
      </View>
      <NoteWriter threadId={threadId} />
      <FailureNote failure={notes.failure} onRetry={() => void notes.refresh()} />
      <View {...aria({ role: 'log', isLive: true })}>
        {notes.items.map((note) => (
          <Note key={note.noteId} note={note} />
        ))}
      </View>
      {notes.hasMore && (
        <Button tone="quiet" block isBusy={notes.isLoadingMore} onTap={notes.loadMore}>
          更早的备注
        </Button>
      )}
    </View>
  );
}

function Note({ note }: { note: NoteView }) {
  const now = useNow(MINUTE);
  const { by, text, at } = note;
  return (
    <View className="hy-note">
      <Face face={by.face} name={by.name} size="sm" />
      <View className="hy-note__body">
        <Text className="hy-note__by">{`${by.name} · ${formatAgo(at, now)}`}</Text>
        <Text className="hy-note__text" userSelect>
          {text}
        </Text>
      </View>
    </View>
  );
}

/** Colleagues named with `@` in the words. */
const mentionedIn = (text: string, colleagues: readonly ColleagueView[]): ColleagueView[] =>
  colleagues.filter(({ name }) => text.includes(`@${name}`));

function NoteWriter({ threadId }: { threadId: string }) {
  const draft = useDraft(`note.${threadId}`, '');
  const { data } = useRead(listColleagues, {}, { staleMs: 10 * MINUTE });
  const { run, isPending, failure } = useAction(addNote, { refresh: ['note', 'desk'] });
  const colleagues = data?.items ?? [];
  const text = draft.value;
  const mentioned = mentionedIn(text, colleagues);
  const toggle = (personId: string) => {
    const colleague = colleagues.find((one) => one.personId === personId);
    if (!colleague) return;
    const sign = `@${colleague.name}`;
    const isThere = text.includes(sign);
    draft.set(isThere ? text.split(`${sign} `).join('').split(sign).join('') : `${sign} ${text}`);
  };
  const save = async () => {
    if (text.trim() === '') return;
    const mentions = mentioned.slice(0, CASEWORK_LIMITS.mentionsMax).map(({ personId }) => personId);
    const saved = await run({ threadId, text: text.trim(), mentions });
    if (saved.ok) draft.clear();
  };
  return (
    <View className="hy-notes__write">
      <TextAreaField
        label="写给同事"
        value={text}
        onInput={draft.set}
        placeholder="比如：他爱人住院，别打座机。写了可以@同事"
        maxLength={CASEWORK_LIMITS.noteMax}
        minRows={2}
      />
      {text !== '' && colleagues.length > 0 && (
        <View className="hy-notes__who">
          <Chips
            label="提醒同事"
            options={colleagues.map(({ personId, name, isOnDuty }) => ({
              value: personId,
              text: isOnDuty ? `@${name}（值班）` : `@${name}`,
            }))}
            isMany
            isChosen={(personId) => mentioned.some((one) => one.personId === personId)}
            onTap={toggle}
          />
        </View>
      )}
      <FailureNote failure={failure} />
      {text !== '' && (
        <Button block tone="secondary" isBusy={isPending} onTap={() => void save()}>
          {mentioned.length > 0 ? `记下，并提醒${mentioned.map(({ name }) => name).join('、')}` : '记下备注'}
        </Button>
      )}
    </View>
  );
}
