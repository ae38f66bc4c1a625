import { Text, View } from '@tarojs/components';
import type { AlertView } from '@domain/desk/duty-alert';
import { formatAgo } from '@domain/kernel/time';
import { classNames } from '@/components/class-names';
import { Icon, type IconName } from '@/components/icon';
import { Tap } from '@/components/tap';
import './lines.scss';

const ICONS: Readonly<Record<AlertView['kind'], IconName>> = {
  ask: 'chat',
  escalation: 'alert',
  urgent: 'alert',
  resume: 'clock',
  promise: 'bell',
  gap: 'calendar',
  swap: 'people',
  absence: 'people',
  handover: 'list',
  followUp: 'phone',
  mention: 'chat',
  transfer: 'people',
  watch: 'clock',
};

const PAGES: Readonly<Record<AlertView['page'], readonly [path: string, param: string]>> = {
  thread: ['/pages/staff/thread/index', 'threadId'],
  roster: ['/pages/staff/roster/index', 'shiftId'],
  handover: ['/pages/staff/handover/index', 'handoverId'],
  promises: ['/pages/staff/promises/index', 'threadId'],
};

type Props = {
  alert: AlertView;
  now: number;
  onOpen: (path: string, params: Record<string, string>) => void;
};

/** One line I was told; a tap leads to what it is about. */
export function AlertLine({ alert, now, onOpen }: Props) {
  const [path, param] = PAGES[alert.page];
  return (
    <Tap
      className={classNames(
        'hy-told',
        alert.isLoud && !alert.isSeen && 'hy-told--loud',
        alert.isSeen && 'hy-told--old',
      )}
      label={`${alert.isSeen ? '' : '新的，'}${alert.words}`}
      onTap={() => onOpen(path, { [param]: alert.pageId })}
    >
      <Icon name={ICONS[alert.kind]} />
      <View className="hy-told__body">
        <Text className="hy-told__words">{alert.words}</Text>
        <Text className="hy-told__hint">
          {`${formatAgo(alert.at, now)}${alert.wasPushed ? ' · 也发了微信' : ''}`}
        </Text>
      </View>
    </Tap>
  );
}
