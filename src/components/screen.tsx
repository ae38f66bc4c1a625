import { ScrollView, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState, type ReactNode } from 'react';
import { paintAroundPage, useThemeClass } from '@/services/display';
import { useSignedInHere } from '@/services/session';
import { aria } from './aria';
import { classNames } from './class-names';
import { NavigationBar } from './navigation-bar';
import './screen.scss';

type ScreenProps = {
  title?: string | undefined;
  tab?: boolean | undefined;
  /** Shown to people who are not signed in, too. */
  isOpen?: boolean | undefined;
  /** The page does not scroll as a whole: what is inside fills it and scrolls itself, e.g. a conversation. */
  isFixed?: boolean | undefined;
  onRefresh?: (() => Promise<void>) | undefined;
  onEnd?: (() => void) | undefined;
  footer?: ReactNode;
  className?: string | undefined;
  /** The id of an element to bring into view, e.g. the last message. */
  scrollTo?: string | undefined;
  children?: ReactNode;
};

/** A page of words only must scroll for somebody without a finger or a mouse, too. */
const REACHED_BY_KEYS = PLATFORM === 'h5' ? { tabIndex: '0' } : {};

/** The root of every page: size and colours, the bar on top in a browser, scrolling, pull to refresh, a footer that stays. */
export function Screen({
  title,
  tab,
  isOpen,
  isFixed,
  onRefresh,
  onEnd,
  footer,
  className,
  scrollTo,
  children,
}: ScreenProps) {
  const theme = useThemeClass();
  useDidShow(paintAroundPage);
  const isSignedIn = useSignedInHere(Boolean(isOpen));
  const { isPulled, pull } = usePull(onRefresh);
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <View
      className={classNames(theme, 'hy-screen', tab && 'hy-screen--tab', className)}
      {...(PLATFORM === 'h5' ? aria({ role: 'main' }) : {})}
    >
      {PLATFORM === 'h5' && title ? (
        <NavigationBar title={title} hasBack={!tab} onRefresh={onRefresh} />
      ) : null}
      {isFixed ? (
        <View className="hy-screen__fixed">{isSignedIn ? children : null}</View>
      ) : (
        <ScrollView
          className="hy-screen__scroll"
          {...REACHED_BY_KEYS}
          scrollY
          enhanced
          enableBackToTop
          showScrollbar={false}
          lowerThreshold={240}
          refresherEnabled={onRefresh !== undefined}
          refresherTriggered={isPulled}
          refresherBackground="transparent"
          {...(scrollTo ? { scrollIntoView: scrollTo } : {})}
          onRefresherRefresh={pull}
          onScrollToLower={() => onEnd?.()}
        >
          <View className="hy-screen__body">{isSignedIn ? children : null}</View>
        </ScrollView>
      )}
      {footer && isSignedIn ? <View className="hy-screen__footer">{footer}</View> : null}
    </View>
  );
}

/** WeChat's pull-down sign stays as long as it is told to: until the refresh is over, however it ends. */
function usePull(onRefresh: (() => Promise<void>) | undefined) {
  const [isPulled, setPulled] = useState(false);
  const pull = () => {
    if (!onRefresh) return;
    setPulled(true);
    void onRefresh().finally(() => setPulled(false));
  };
  return { isPulled, pull };
}
