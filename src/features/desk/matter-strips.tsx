import { Text, View } from '@tarojs/components';
import { isLate, type PromiseView } from '@domain/desk/promise.schema';
import { PAUSE_WORDS } from '@domain/desk/thread-clock';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { formatWhen, MINUTE } from '@domain/kernel/time';
import { Icon, type IconName } from '@/components/icon';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import './matter-strips.scss';

type Props = {
  thread: ThreadCard;
  /** At the desk an open promise can be ended or put off. */
  onPromise?: ((promise: PromiseView) => void) | undefined;
};

/** What runs on a matter beside its state, the same for both sides: danger, waiting for something, promises. */
export function MatterStrips({ thread, onPromise }: Props) {
  const now = useNow(MINUTE);
  const { isUrgent, pause, promises = [] } = thread;
  if (!isUrgent && !pause && promises.length === 0) return null;
  return (
    <View className="hy-matter-strips">
      {isUrgent && <Strip icon="alert" tone="danger" words="紧急情况：已同时提醒全部值班人员和书记" />}
      {pause && (
        <Strip
          icon="clock"
          tone="waiting"
          words={`${PAUSE_WORDS[pause.reason]}${pause.note && `（${pause.note}）`}，${formatWhen(pause.until)} 接着办`}
        />
      )}
      {promises.map((promise) => (
        <PromiseStrip key={promise.promiseId} promise={promise} now={now} onTap={onPromise} />
      ))}
    </View>
  );
}

type Tone = 'danger' | 'waiting' | 'active' | 'done';

function PromiseStrip({
  promise,
  now,
  onTap,
}: {
  promise: PromiseView;
  now: number;
  onTap: Props['onPromise'];
}) {
  const { tone, state } = promiseState(promise, now);
  const strip = (
    <Strip
      icon={promise.status === 'kept' ? 'check' : 'bell'}
      tone={tone}
      words={`${promise.byName}承诺：${promise.words}`}
      hint={`${state}${promise.note && ` · ${promise.note}`}`}
      isMore={onTap !== undefined && promise.status === 'made'}
    />
  );
  if (!onTap || promise.status !== 'made') return strip;
  return (
    <Tap
      className="hy-matter-strip__way"
      label={`承诺：${promise.words}，${state}，点开了结`}
      onTap={() => onTap(promise)}
    >
      {strip}
    </Tap>
  );
}

/** How a promise stands, in words and a colour: late is said, not only shown. */
export function promiseState(promise: PromiseView, now: number): { tone: Tone; state: string } {
  const late = isLate(promise, now);
  if (promise.status === 'kept') {
    return { tone: late ? 'waiting' : 'done', state: late ? '晚于约定时间兑现' : '按时兑现' };
  }
  if (promise.status === 'broken') return { tone: 'danger', state: '没能兑现' };
  const due = `${formatWhen(promise.dueAt)} 前`;
  return late ? { tone: 'danger', state: `已超时，约定 ${due}` } : { tone: 'active', state: due };
}

type StripProps = { icon: IconName; tone: Tone; words: string; hint?: string; isMore?: boolean };

const Strip = ({ icon, tone, words, hint, isMore }: StripProps) => (
  <View className={`hy-matter-strip hy-matter-strip--${tone}`}>
    <Icon name={icon} size="sm" />
    <View className="hy-matter-strip__body">
      <Text className="hy-matter-strip__words">{words}</Text>
      {hint ? <Text className="hy-matter-strip__hint">{hint}</Text> : null}
    </View>
    {isMore && <Icon name="chevron" size="sm" />}
  </View>
);
