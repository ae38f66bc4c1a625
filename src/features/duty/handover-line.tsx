import { Text, View } from '@tarojs/components';
import type { HandoverCard } from '@domain/desk/handover.schema';
import { formatWhen } from '@domain/kernel/time';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import './lines.scss';

/** One change of hands in the list: who to whom, and whether it is signed. */
export function HandoverLine({ sheet, onTap }: { sheet: HandoverCard; onTap: () => void }) {
  const { leavingNames, comingNames, itemCount, notedCount, signerName, signedAt, isOverdue } = sheet;
  const state = signerName
    ? `${signerName} ${formatWhen(signedAt ?? 0)} 已签字`
    : isOverdue
      ? '超过一小时没有人签字'
      : '等接班的同事签字';
  return (
    <Tap
      className={classNames('hy-told', isOverdue && 'hy-told--loud', signerName !== null && 'hy-told--old')}
      label={`${formatWhen(sheet.changesAt)} 交接班，${state}`}
      onTap={onTap}
    >
      <Icon name={signerName ? 'check' : isOverdue ? 'alert' : 'edit'} />
      <View className="hy-told__body">
        <Text className="hy-told__words">
          {`${leavingNames.join('、')} → ${comingNames.join('、') || '书记'}`}
        </Text>
        <Text className="hy-told__hint">{`${formatWhen(sheet.changesAt)} 交班 · ${state}`}</Text>
        <Text className="hy-told__hint">
          {itemCount === 0 ? '没有要交的事' : `${itemCount} 件事，${notedCount} 件写了留言`}
        </Text>
      </View>
    </Tap>
  );
}
