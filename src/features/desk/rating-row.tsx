import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { RATING_WORDS, RATINGS, type ThreadCard } from '@domain/desk/thread.schema';
import { Button } from '@/components/button';
import { ReasonSheet } from '@/components/reason-sheet';
import { useRating } from './use-matter-moves';
import type { Talk } from './use-talk';

/** After "solved": how it was, in one tap. Who was not content is asked what to do better. */
export function RatingRow({ talk, thread }: { talk: Talk; thread: ThreadCard }) {
  const { isBusy, rate } = useRating(talk, thread.threadId);
  const [isExplaining, setExplaining] = useState(false);
  if (thread.status !== 'confirmed') return null;
  if (thread.rating) {
    return <Text className="hy-decide__ask">{`您评价了“${RATING_WORDS[thread.rating.score]}”，谢谢您`}</Text>;
  }
  const tell = async (note: string) => {
    if (await rate({ score: 'bad', note })) setExplaining(false);
  };
  return (
    <View className="hy-decide">
      <Text className="hy-decide__ask">您对这次服务满意吗？</Text>
      <View className="hy-decide__ways">
        {RATINGS.map((score) => (
          <Button
            key={score}
            tone={score === 'good' ? 'done' : 'secondary'}
            isDisabled={isBusy}
            onTap={() => (score === 'bad' ? setExplaining(true) : void rate({ score }))}
          >
            {RATING_WORDS[score]}
          </Button>
        ))}
      </View>
      <ReasonSheet
        isOpen={isExplaining}
        title="哪里没做好？"
        label="写一句，我们改"
        placeholder="比如：等得太久，来了也没修好"
        confirmText="提交评价"
        isBusy={isBusy}
        onConfirm={(note) => void tell(note)}
        onClose={() => setExplaining(false)}
      />
    </View>
  );
}
