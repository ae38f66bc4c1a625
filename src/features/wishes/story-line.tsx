import { Text, View } from '@tarojs/components';
import type { PhotoView } from '@domain/kernel/input';
import { formatAgo } from '@domain/kernel/time';
import type { WishView } from '@domain/wishes/wish.schema';
import { classNames } from '@/components/class-names';
import { PhotoStrip } from '@/components/photo-strip';
import { useNow } from '@/services/clock';
import { storyOf, type StoryStep } from './wish-story';
import './story-line.scss';

/** What has happened to a wish, and what comes next. */
export function StoryLine({ wish }: { wish: WishView }) {
  const now = useNow(60_000);
  return (
    <View className="hy-story">
      {storyOf(wish).map((step) => (
        <Step key={step.key} step={step} now={now} photos={step.key === 'fulfilled' ? wish.photos : []} />
      ))}
    </View>
  );
}

type StepProps = { step: StoryStep; now: number; photos: readonly PhotoView[] };

function Step({ step, now, photos }: StepProps) {
  return (
    <View className={classNames('hy-story__step', step.isDone && 'hy-story__step--done')}>
      <View className="hy-story__dot" />
      <View className="hy-story__words">
        <View className="hy-story__line">
          <Text className="hy-story__title">{step.title}</Text>
          {step.at === null ? null : <Text className="hy-story__when">{formatAgo(step.at, now)}</Text>}
        </View>
        {step.words ? <Text className="hy-story__note">{step.words}</Text> : null}
        {photos.length > 0 ? (
          <View className="hy-story__photos">
            <PhotoStrip photos={photos} />
          </View>
        ) : null}
      </View>
    </View>
  );
}
