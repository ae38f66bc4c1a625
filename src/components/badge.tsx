import { Text } from '@tarojs/components';
import { aria } from './aria';
import './badge.scss';

const MAX = 99;

/** How many are new. Nothing at all when none are. */
export function Badge({ count, label }: { count: number; label?: string }) {
  if (count <= 0) return null;
  return (
    <Text className="hy-badge" {...aria({ label: label ?? `${count}条未读` })}>
      {count > MAX ? `${MAX}+` : count}
    </Text>
  );
}
