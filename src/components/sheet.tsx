import { RootPortal, Text, View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';
import { useThemeClass } from '@/services/display';
import { aria } from './aria';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Tap } from './tap';
import './sheet.scss';

type SheetProps = {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
};

/** WeChat lifts what is inside above native pieces. A browser has none, and Taro complains there on every drawing. */
const Layer = PLATFORM === 'weapp' ? RootPortal : Fragment;

/** A sheet that slides up over the page for one small thing. A tap beside it closes it. */
export function Sheet({ isOpen, title, onClose, footer, children }: SheetProps) {
  const theme = useThemeClass();
  if (!isOpen) return null;
  return (
    <Layer>
      <View className={classNames(theme, 'hy-sheet')}>
        <View className="hy-sheet__veil" onClick={onClose} catchMove {...aria({ isHidden: true })} />
        <View className="hy-sheet__paper" {...aria({ role: 'dialog', label: title })}>
          <View className="hy-sheet__head">
            <Text className="hy-sheet__title">{title}</Text>
            <Tap className="hy-sheet__close" onTap={onClose} label="关闭">
              <Icon name="close" />
            </Tap>
          </View>
          <View className="hy-sheet__body">{children}</View>
          {footer ? <View className="hy-sheet__footer">{footer}</View> : null}
        </View>
      </View>
    </Layer>
  );
}
