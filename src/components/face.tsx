import { View } from '@tarojs/components';
import { aria } from './aria';
import './face.scss';

export const FACES = [
  'f01',
  'f02',
  'f03',
  'f04',
  'f05',
  'f06',
  'f07',
  'f08',
  'f09',
  'f10',
  'f11',
  'f12',
] as const;
const known: readonly string[] = FACES;

type FaceProps = { face: string; name: string; size?: 'sm' | 'md' | 'lg' | 'xl' };

/**
 * Somebody's drawn face. A face this app version does not know is shown as a neighbour. Without a name it only
 * accompanies one that is written beside it, and screen readers skip it.
 */
export function Face({ face, name, size = 'md' }: FaceProps) {
  const drawn = known.includes(face) ? face : 'neighbour';
  return (
    <View
      className={`hy-face hy-face--${size} hy-face-${drawn}`}
      {...aria(name === '' ? { isHidden: true } : { role: 'img', label: name })}
    />
  );
}
