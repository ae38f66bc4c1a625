import { Text } from '@tarojs/components';
import type { ActivityView } from '@domain/activities/activity.schema';
import { Card } from '@/components/card';
import { Stack } from '@/components/stack';
import { Ticket } from './ticket';
import './own-place-card.scss';

/** What the reader has: a ticket, a place in the queue, or the news that the queue has come to them. */
export function OwnPlaceCard({ activity }: { activity: ActivityView }) {
  const { mine } = activity;
  if (!mine || activity.status === 'cancelled') return null;
  if (mine.status === 'waiting')
    return (
      <Card tone="waiting">
        <Text className="hy-own-place__title">
          {mine.position === null ? '您在候补队伍里' : `您排在候补第${mine.position}位`}
        </Text>
        <Text className="hy-own-place__words">有人取消，就按顺序补上。轮到您时，这里会变成入场券。</Text>
      </Card>
    );
  return (
    <Stack>
      {mine.promotedAt !== null && mine.status === 'confirmed' ? (
        <Card tone="done">
          <Text className="hy-own-place__title">您已从候补转正</Text>
          <Text className="hy-own-place__words">有邻居让出了名额，请按时来参加。</Text>
        </Card>
      ) : null}
      <Ticket activity={activity} />
    </Stack>
  );
}
