import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { toast } from '@/services/feedback';
import { focusOn, useFocusWhile } from '@/services/focus';
import { useShortcuts } from '@/services/shortcuts';
import { DeskFoot } from '../desk-foot';
import { DeskHead } from '../desk-head';
import { HandBackSheet } from '../hand-back-sheet';
import { KEYS } from '../keys';
import { TalkView } from '../talk-view';
import { moveLabel } from '../thread-words';
import type { useDeskMoves } from '../use-moves';
import type { Talk } from '../use-talk';

type Props = { talk: Talk; moves: ReturnType<typeof useDeskMoves> };
const BOX = '.hy-console__talk textarea';

/** The open conversation: how the matter stands, what was said, and the box, each a key away. */
export function TalkPane({ talk, moves }: Props) {
  const [isHandingBack, setHandingBack] = useState(false);
  const thread = talk.conversation?.thread;
  useFocusWhile(isHandingBack, '.hy-sheet textarea');
  useShortcuts({
    [KEYS.take]: () => ifPossible(thread, 'take', moves.take),
    [KEYS.resolve]: () => ifPossible(thread, 'resolve', () => void moves.resolve()),
    [KEYS.reply]: () => {
      if (!focusOn(BOX)) toast('这条会话现在不能回复');
    },
    [KEYS.send]: () => {
      if (talk.writing.canSend) void talk.writing.send();
    },
  });
  return (
    <View className="hy-console__talk">
      <TalkView
        talk={talk}
        head={(shown) => (
          <DeskHead talk={talk} thread={shown} moves={moves} onHandBack={() => setHandingBack(true)} />
        )}
      />
      {thread && (
        <View className="hy-console__foot">
          <DeskFoot talk={talk} thread={thread} isWithoutPhrases />
        </View>
      )}
      <HandBackSheet moves={moves} isOpen={isHandingBack} onClose={() => setHandingBack(false)} />
    </View>
  );
}

/** A key pressed where its move cannot be made says so instead of doing nothing. */
function ifPossible(thread: ThreadCard | undefined, move: 'take' | 'resolve', run: () => void): void {
  if (!thread) return;
  if (thread.moves.includes(move)) return run();
  toast(`这条会话现在不能${moveLabel(move)}`);
}
