import { View } from '@tarojs/components';
import { useState } from 'react';
import { labelOf } from '@domain/kernel/workflow';
import type { listWishesForStaff } from '@domain/wishes/wish.actions';
import { WISH_CATEGORY_LABELS, type WishView } from '@domain/wishes/wish.schema';
import { wishWorkflow } from '@domain/wishes/wish.workflow';
import { DataTable, type Column } from '@/components/data-table';
import { Empty } from '@/components/empty';
import type { Pages } from '@/services/queries';
import { useAllPages } from '@/services/use-all-pages';
import { ReviewQueue } from './review-queue';

const COLUMNS: readonly Column<WishView>[] = [
  { name: '心愿', cell: ({ title }) => title, isWide: true },
  { name: '类别', cell: ({ category }) => WISH_CATEGORY_LABELS[category] },
  { name: '状态', cell: ({ status }) => labelOf(wishWorkflow, status) },
  { name: '提交时间', cell: ({ submittedAt }) => ({ at: submittedAt }) },
  { name: '最近变化', cell: ({ updatedAt }) => ({ at: updatedAt }) },
  { name: '认领人', cell: ({ claimerMasked }) => claimerMasked ?? '' },
];

type Props = {
  wishes: Pages<typeof listWishesForStaff>;
  name: string;
  isReview: boolean;
  onOpen: (wish: WishView) => void;
};

/** Wishes as a table; one that waits for review is decided beside it. */
export function WishTable({ wishes, name, isReview, onOpen }: Props) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const isComplete = useAllPages(wishes, true);
  const chosen = wishes.items.filter(({ wishId }) => wishId === chosenId);
  const table = (
    <DataTable
      title={`微心愿-${name}`}
      columns={COLUMNS}
      rows={wishes.items}
      keyOf={({ wishId }) => wishId}
      onOpen={(wish) => (isReview ? setChosenId(wish.wishId) : onOpen(wish))}
      isComplete={isComplete}
    />
  );
  if (!isReview) return table;
  return (
    <View className="hy-on-wide__split">
      {table}
      {chosen.length > 0 ? (
        <ReviewQueue wishes={chosen} />
      ) : (
        <Empty scene="wish" title="点一个心愿，在这里审核" hint="左边按提交先后排着" />
      )}
    </View>
  );
}
