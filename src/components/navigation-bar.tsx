import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { goBack } from '@/services/navigate';
import { aria } from './aria';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Tap } from './tap';
import './navigation-bar.scss';

type BarProps = { title: string; hasBack: boolean; onRefresh?: (() => Promise<void>) | undefined };

/** What WeChat draws above every page, for browsers: back, title, and a button for what is a pull-down on a phone. */
export function NavigationBar({ title, hasBack, onRefresh }: BarProps) {
  const [isTurning, setTurning] = useState(false);
  const refresh = () => {
    if (!onRefresh || isTurning) return;
    setTurning(true);
    void onRefresh().finally(() => setTurning(false));
  };
  return (
    <View className="hy-navigation">
      <View className="hy-navigation__side">
        {hasBack ? (
          <Tap className="hy-navigation__button" onTap={() => goBack()} label="返回">
            <Icon name="back" />
          </Tap>
        ) : null}
      </View>
      <Text className="hy-navigation__title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </Text>
      <View className="hy-navigation__side">
        {onRefresh ? (
          <Tap
            className={classNames('hy-navigation__button', isTurning && 'hy-navigation__button--turning')}
            onTap={refresh}
            label="刷新"
          >
            <Icon name="refresh" />
          </Tap>
        ) : null}
      </View>
    </View>
  );
}
