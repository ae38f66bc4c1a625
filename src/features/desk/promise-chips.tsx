import { Text, View } from '@tarojs/components';
import { dueInWords, quickDues } from '@domain/desk/promise.schema';
import { formatWhen, MINUTE } from '@domain/kernel/time';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { useNow } from '@/services/clock';
import './promise-chips.scss';

type Props = {
  /** What is being written. */
  text: string;
  /** The chosen due time; null while the words are no promise. */
  dueAt: number | null;
  onPick: (dueAt: number | null) => void;
};

/** One tap makes the words being written a promise with a time. The time they sound like comes first. */
export function PromiseChips({ text, dueAt, onPick }: Props) {
  const now = useNow(MINUTE);
  if (text.trim() === '') return null;
  const heard = dueInWords(text, now);
  if (!heard && dueAt === null) return null;
  const offered = quickDues(now);
  const ordered = heard ? [heard, ...offered.filter(({ id }) => id !== heard.id)] : offered;
  return (
    <View className="hy-promise-chips" {...aria({ role: 'group', label: '记成承诺' })}>
      <Text className="hy-promise-chips__ask">{dueAt === null ? '记成承诺？' : '发送时记成承诺'}</Text>
      {ordered.map(({ id, words, dueAt: due }) => {
        const isOn = due === dueAt;
        return (
          <Tap
            key={id}
            className={classNames('hy-promise-chips__chip', isOn && 'hy-promise-chips__chip--on')}
            role="checkbox"
            isChecked={isOn}
            label={`${words}，${formatWhen(due)} 前`}
            onTap={() => onPick(isOn ? null : due)}
          >
            {isOn && <Icon name="check" size="sm" />}
            <Text>{words}</Text>
          </Tap>
        );
      })}
    </View>
  );
}
