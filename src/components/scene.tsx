import { View } from '@tarojs/components';
import { aria } from './aria';
import './scene.scss';

export const SCENE_NAMES = ['activity', 'calm', 'offline', 'rest', 'talk', 'wish'] as const;
export type SceneName = (typeof SCENE_NAMES)[number];

/** A small picture of life in the community, where a page has nothing else to show. It only accompanies words. */
export const Scene = ({ name }: { name: SceneName }) => (
  <View className={`hy-scene hy-scene-${name}`} {...aria({ isHidden: true })} />
);
