import { Text, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { go } from '@/services/navigate';
import { useAlerts } from './use-alerts';
import './alert-bar.scss';

/** What the desk wants of me now, above everything else. Nothing while there is nothing new. */
export function AlertBar() {
  const { loudest, unseenCount } = useAlerts();
  if (!loudest) return null;
  const more = unseenCount > 1 ? `等 ${unseenCount} 条` : '';
  return (
    <View {...aria({ role: loudest.isLoud ? 'alert' : 'status' })}>
      <Tap
        className={classNames('hy-alert-bar', loudest.isLoud && 'hy-alert-bar--loud')}
        label={`${unseenCount} 条新的值班提醒：${loudest.words}`}
        onTap={() => go('/pages/staff/alerts/index')}
      >
        <Icon name={loudest.isLoud ? 'alert' : 'bell'} size="sm" />
        <Text className="hy-alert-bar__words">{loudest.words}</Text>
        <Text className="hy-alert-bar__more">{more || '去看'}</Text>
        <Icon name="chevron" size="sm" />
      </Tap>
    </View>
  );
}
