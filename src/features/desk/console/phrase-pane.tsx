import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { PhraseView } from '@domain/desk/phrase.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { FailureNote } from '@/components/failure-note';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { focusOn } from '@/services/focus';
import { useShortcuts, type Shortcuts } from '@/services/shortcuts';
import { usePhrases } from '../use-phrases';
import type { Talk } from '../use-talk';
import { PhraseSheet } from './phrase-sheet';
import './phrase-pane.scss';

type Props = { talk: Talk; thread: ThreadCard };

/** The community's ready-made answers: one key puts one into the box, where it can still be changed. */
export function PhrasePane({ talk, thread }: Props) {
  const { phrases, failure, refresh, filled } = usePhrases(thread);
  const [edited, setEdited] = useState<PhraseView | 'new' | null>(null);
  const put = (phrase: PhraseView) => {
    if (!thread.canWrite) return;
    const { text, setText } = talk.writing;
    setText(text === '' ? filled(phrase) : `${text}${filled(phrase)}`);
    talk.noteWriting();
    focusOn('.hy-console__talk textarea');
  };
  useShortcuts(digitKeys(phrases ?? [], put));
  return (
    <View className="hy-phrase">
      <View className="hy-phrase__head">
        <Text className="hy-asker__heading" {...aria({ role: 'heading' })}>
          常用回复
        </Text>
        <Button tone="quiet" size="small" onTap={() => setEdited('new')}>
          添加
        </Button>
      </View>
      <FailureNote failure={failure} onRetry={() => void refresh()} />
      {phrases?.length === 0 && (
        <Text className="hy-asker__note">还没有常用回复。把常说的话存下来，按一个数字键就能用。</Text>
      )}
      {phrases?.map((phrase) => (
        <View key={phrase.phraseId} className="hy-phrase__row">
          <Tap
            className="hy-phrase__use"
            label={`放入常用回复：${phrase.label}`}
            shortcut={phrase.digit === null ? undefined : String(phrase.digit)}
            isDisabled={!thread.canWrite}
            onTap={() => put(phrase)}
          >
            {phrase.digit !== null && <Text className="hy-key">{phrase.digit}</Text>}
            <View className="hy-phrase__words">
              <Text className="hy-phrase__label">{phrase.label}</Text>
              <Text className="hy-phrase__text">{filled(phrase)}</Text>
            </View>
          </Tap>
          <Tap className="hy-phrase__edit" label={`修改${phrase.label}`} onTap={() => setEdited(phrase)}>
            <Icon name="edit" size="sm" />
          </Tap>
        </View>
      ))}
      {edited && <PhraseSheet edited={edited} kept={phrases ?? []} onClose={() => setEdited(null)} />}
    </View>
  );
}

/** A digit by itself, and with Alt while somebody types. */
function digitKeys(phrases: readonly PhraseView[], put: (phrase: PhraseView) => void): Shortcuts {
  const keyed = phrases.filter(({ digit }) => digit !== null);
  return Object.fromEntries(
    keyed.flatMap((phrase) => [
      [String(phrase.digit), () => put(phrase)],
      [`Alt+${phrase.digit}`, () => put(phrase)],
    ]),
  );
}
