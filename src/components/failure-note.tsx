import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { Button } from './button';
import { Empty } from './empty';
import { Icon } from './icon';
import './failure-note.scss';

type FailureNoteProps = {
  failure: { readonly code: string; readonly words: string; readonly requestId: string | null } | null;
  onRetry?: (() => void) | undefined;
  /** There is nothing else on the page: a lost network then takes the place of what could not be read. */
  isAlone?: boolean;
};

/** What did not work and what to do about it. Nothing while all is well. */
export function FailureNote({ failure, onRetry, isAlone }: FailureNoteProps) {
  if (!failure) return null;
  if (isAlone && failure.code === 'NETWORK')
    return (
      <View {...aria({ role: 'alert' })}>
        <Empty
          scene="offline"
          title="暂时连不上网"
          hint={failure.words}
          action={onRetry ? { label: '重试', onTap: onRetry } : undefined}
        />
      </View>
    );
  const isOurs = failure.code === 'INTERNAL' && failure.requestId !== null;
  return (
    <View className="hy-failure" {...aria({ role: 'alert' })}>
      <Icon name="alert" />
      <View className="hy-failure__words">
        <Text>{failure.words}</Text>
        {isOurs ? (
          <Text className="hy-failure__number">{`编号 ${failure.requestId?.slice(0, 8) ?? ''}`}</Text>
        ) : null}
      </View>
      {onRetry ? (
        <Button tone="danger" size="small" onTap={onRetry}>
          重试
        </Button>
      ) : null}
    </View>
  );
}
