import { Text, View } from '@tarojs/components';
import { emergencyIn } from '@domain/desk/emergency';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { switchTo } from '@/services/navigate';
import { Composer } from './composer';
import { EmergencyCard } from './emergency-card';
import { FaqWayOfAsker } from './faq-ways';
import { RatingRow } from './rating-row';
import { ReplyNotice } from './reply-notice';
import { moveLabel } from './thread-words';
import { useEmergencyTable } from './use-emergency-table';
import type { useAskerMoves } from './use-moves';
import { useTellTyping } from './use-typing';
import type { Talk } from './use-talk';
import './thread-foot.scss';

type Props = { talk: Talk; thread: ThreadCard; moves: ReturnType<typeof useAskerMoves> };

/** What the asker does next: decide whether it is solved, write on, or begin something new. */
export function AskerFoot({ talk, thread, moves }: Props) {
  useTellTyping(thread, talk.writing.text);
  const canDecide = thread.moves.includes('confirm') || thread.moves.includes('reopen');
  return (
    <View className="hy-foot">
      {canDecide && <Decision thread={thread} moves={moves} />}
      <RatingRow talk={talk} thread={thread} />
      {['waiting', 'taken'].includes(thread.status) && <ReplyNotice />}
      <Danger words={talk.writing.text} />
      {thread.canWrite ? (
        <Composer
          writing={talk.writing}
          enclosures={talk.enclosures}
          isHomeOffered
          label="补充说明"
          placeholder={thread.status === 'resolved' ? '接着说' : '补充说明'}
          isVoiced
          onActivity={talk.noteWriting}
        />
      ) : (
        <Button tone="secondary" block onTap={() => switchTo('/pages/tabs/desk/index')}>
          再说一件事
        </Button>
      )}
      <FaqWayOfAsker thread={thread} />
    </View>
  );
}

/** Words of danger put the numbers to call before the next message, too; without a network as well. */
function Danger({ words }: { words: string }) {
  const table = useEmergencyTable();
  const kind = emergencyIn(words, table.extra);
  return kind && <EmergencyCard kind={kind} table={table} />;
}

function Decision({ thread, moves }: Omit<Props, 'talk'>) {
  return (
    <View className="hy-decide">
      <Text className="hy-decide__ask">事情解决了吗？</Text>
      <View className="hy-decide__ways">
        {thread.moves.includes('confirm') && (
          <Button tone="done" size="large" isBusy={moves.isBusy} onTap={moves.confirm}>
            {moveLabel('confirm')}
          </Button>
        )}
        {thread.moves.includes('reopen') && (
          <Button tone="secondary" size="large" isDisabled={moves.isBusy} onTap={moves.reopen}>
            {moveLabel('reopen')}
          </Button>
        )}
      </View>
    </View>
  );
}
