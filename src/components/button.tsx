import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { classNames } from './class-names';
import { Tap } from './tap';
import './button.scss';

export type ButtonProps = {
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'done';
  size?: 'large' | 'medium' | 'small';
  block?: boolean;
  isBusy?: boolean;
  isDisabled?: boolean;
  onTap?: (() => void) | undefined;
  label?: string | undefined;
  shortcut?: string | undefined;
  className?: string | undefined;
  children: React.ReactNode;
};

/** The thing to do next. While busy it keeps its width, shows that it works and takes no further tap. */
export function Button({
  tone = 'primary',
  size = 'medium',
  block,
  isBusy,
  isDisabled,
  ...rest
}: ButtonProps) {
  const { onTap, label, shortcut, className, children } = rest;
  const isOff = Boolean(isBusy || isDisabled);
  return (
    <Tap
      className={classNames(
        'hy-button',
        `hy-button--${tone}`,
        `hy-button--${size}`,
        block && 'hy-button--block',
        isDisabled && 'hy-button--off',
        isBusy && 'hy-button--busy',
        className,
      )}
      onTap={onTap}
      label={label}
      shortcut={shortcut}
      isDisabled={isOff}
    >
      {isBusy ? <View className="hy-button__spinner" {...aria({ isHidden: true })} /> : null}
      <Text className="hy-button__text">{children}</Text>
    </Tap>
  );
}
