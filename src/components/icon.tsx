import { View } from '@tarojs/components';
import { aria } from './aria';
import './icon.scss';

export const ICON_NAMES = [
  'activity',
  'alert',
  'back',
  'bell',
  'bolt',
  'build',
  'calendar',
  'camera',
  'chat',
  'check',
  'chevron',
  'clock',
  'close',
  'desk',
  'drop',
  'edit',
  'fire',
  'flame',
  'heart',
  'home',
  'house',
  'key',
  'list',
  'lock',
  'me',
  'people',
  'phone',
  'photo',
  'refresh',
  'search',
  'send',
  'shield',
  'sun',
  'text',
  'thermometer',
  'wave',
  'wish',
] as const;
export type IconName = (typeof ICON_NAMES)[number];

/** A drawn sign in the colour of the text around it. It only accompanies words, so screen readers skip it. */
export function Icon({ name, size = 'md' }: { name: IconName; size?: 'sm' | 'md' | 'lg' | 'xl' }) {
  return <View className={`hy-icon hy-icon--${size} hy-icon-${name}`} {...aria({ isHidden: true })} />;
}
