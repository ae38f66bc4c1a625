import type { listActivities } from '@domain/activities/activity.actions';
import { ACTIVITY_CATEGORY_LABELS, type ActivityView } from '@domain/activities/activity.schema';
import { activityWorkflow } from '@domain/activities/activity.workflow';
import { labelOf } from '@domain/kernel/workflow';
import { Button } from '@/components/button';
import { DataTable, type Column } from '@/components/data-table';
import type { Pages } from '@/services/queries';
import { useAllPages } from '@/services/use-all-pages';

const COLUMNS: readonly Column<ActivityView>[] = [
  { name: '活动', cell: ({ title }) => title, isWide: true },
  { name: '类别', cell: ({ category }) => ACTIVITY_CATEGORY_LABELS[category] },
  { name: '状态', cell: ({ status }) => labelOf(activityWorkflow, status) },
  { name: '开始时间', cell: ({ startsAt }) => ({ at: startsAt }) },
  { name: '地点', cell: ({ place }) => place, isWide: true },
  { name: '名额', cell: ({ seats }) => seats },
  { name: '已报名', cell: ({ seats, seatsLeft }) => seats - seatsLeft },
  { name: '候补', cell: ({ waitingCount }) => waitingCount },
];

type Props = {
  activities: Pages<typeof listActivities>;
  name: string;
  onOpen: (activity: ActivityView) => void;
  onRevise: (activity: ActivityView) => void;
};

/** Activities as a table; the counts are those of the roll the line opens. */
export const ActivityTable = ({ activities, name, onOpen, onRevise }: Props) => (
  <DataTable
    title={`活动-${name}`}
    columns={COLUMNS}
    rows={activities.items}
    keyOf={({ activityId }) => activityId}
    onOpen={onOpen}
    ways={(activity) =>
      activity.moves.includes('revise') ? (
        <Button tone="quiet" size="small" label={`修改${activity.title}`} onTap={() => onRevise(activity)}>
          修改
        </Button>
      ) : null
    }
    isComplete={useAllPages(activities, true)}
  />
);
