import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { WatchView } from '@domain/desk/casework.schema';
import type { MessageView, ThreadCard } from '@domain/desk/thread.schema';
import { formatWhen } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Row } from '@/components/row';
import { Tap } from '@/components/tap';
import { go } from '@/services/navigate';
import type { Settled } from '../use-moves';
import { JoinSheet } from './join-sheet';
import { SplitSheet } from './split-sheet';
import { TieSheet } from './tie-sheet';
import { TransferSheet } from './transfer-sheet';
import { useCaseMoves } from './use-case-moves';
import { WatchEndSheet, WatchSheet } from './watch-sheet';
import './case-ways.scss';

type Props = {
  talk: Settled;
  thread: ThreadCard;
  messages: readonly MessageView[];
  onOpenThread: (threadId: string) => void;
  /** Beside a conversation there is little room, and a mouse. */
  isDense?: boolean;
};

type Open = 'transfer' | 'join' | 'split' | 'watch' | 'tie' | null;
const UNFINISHED: readonly ThreadCard['status'][] = ['waiting', 'taken', 'resolved'];

/** What colleagues can do with a matter beside answering: hand it on, join it, part it, make something of it, watch. */
export function CaseWays({ talk, thread, messages, onOpenThread, isDense = false }: Props) {
  const { threadId } = thread;
  const moves = useCaseMoves(talk, threadId);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const isOpen = UNFINISHED.includes(thread.status);
  const isRunning = thread.moves.includes('transfer');
  return (
    <View className="hy-case">
      <Text className="hy-case__heading" {...aria({ role: 'heading' })}>
        办这件事
      </Text>
      <Row isWrapping>
        {isRunning && (
          <Way isDense={isDense} onTap={() => setOpen('transfer')}>
            转交同事
          </Way>
        )}
        <Way isDense={isDense} onTap={() => setOpen('join')}>
          合并、关联
        </Way>
        {isOpen && (
          <Way isDense={isDense} onTap={() => setOpen('split')}>
            分出一件
          </Way>
        )}
        {isRunning && (
          <Way isDense={isDense} onTap={() => setOpen('watch')}>
            安排值守
          </Way>
        )}
        <Way isDense={isDense} onTap={() => go('/pages/staff/wish-record/index', { threadId })}>
          转成心愿
        </Way>
        <Way isDense={isDense} onTap={() => go('/pages/staff/notice-edit/index', { threadId })}>
          发成提示
        </Way>
        <Way isDense={isDense} onTap={() => setOpen('tie')}>
          关联心愿、提示
        </Way>
      </Row>
      <Watches moves={moves} watches={thread.watches ?? []} />
      {open === 'transfer' && <TransferSheet moves={moves} thread={thread} onClose={close} />}
      {open === 'join' && (
        <JoinSheet moves={moves} thread={thread} onOpenThread={onOpenThread} onClose={close} />
      )}
      {open === 'split' && (
        <SplitSheet moves={moves} messages={messages} onOpenThread={onOpenThread} onClose={close} />
      )}
      {open === 'tie' && <TieSheet moves={moves} thread={thread} onClose={close} />}
      {open === 'watch' && <WatchSheet moves={moves} onClose={close} />}
    </View>
  );
}

type WayProps = { isDense: boolean; onTap: () => void; children: string };

const Way = ({ isDense, onTap, children }: WayProps) => (
  <Button tone="secondary" size={isDense ? 'small' : 'medium'} onTap={onTap}>
    {children}
  </Button>
);

type WatchesProps = { moves: ReturnType<typeof useCaseMoves>; watches: readonly WatchView[] };
const STATES = { running: '值守中', ended: '已结束', handedOver: '已换人' } as const;

function Watches({ moves, watches }: WatchesProps) {
  const [ending, setEnding] = useState<WatchView | null>(null);
  return (
    <>
      {watches.map((watch) => {
        const words = `${watch.who}：${watch.what}`;
        const hint = `${STATES[watch.status]} · 到 ${formatWhen(watch.until)}${watch.note && ` · ${watch.note}`}`;
        const line = (
          <>
            <Text className="hy-case__other-title">{words}</Text>
            <Text className="hy-case__hint">{hint}</Text>
          </>
        );
        if (watch.status !== 'running') {
          return (
            <View key={watch.watchId} className="hy-case__other">
              {line}
            </View>
          );
        }
        return (
          <Tap
            key={watch.watchId}
            className="hy-case__other"
            label={`值守，${words}，${hint}，点开结束或换人`}
            onTap={() => setEnding(watch)}
          >
            {line}
          </Tap>
        );
      })}
      {ending && <WatchEndSheet moves={moves} watch={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
