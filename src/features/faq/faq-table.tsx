import type { listFaqForStaff } from '@domain/desk/faq-keeping.actions';
import type { FaqCard } from '@domain/desk/faq-keeping.schema';
import { DataTable, type Column } from '@/components/data-table';
import type { Pages } from '@/services/queries';
import { useAllPages } from '@/services/use-all-pages';
import { standingOf } from './faq-words';

const COLUMNS: readonly Column<FaqCard>[] = [
  { name: '问题', cell: ({ question }) => question, isWide: true },
  { name: '状态', cell: (card) => standingOf(card).words },
  { name: '负责人', cell: ({ ownerName }) => ownerName },
  { name: '来源', cell: ({ source }) => source, isWide: true },
  { name: '下次核对', cell: ({ reviewOn }) => reviewOn },
  { name: '帮到', cell: ({ helpedCount }) => helpedCount },
  { name: '问过', cell: ({ askedCount }) => askedCount },
  { name: '改动时间', cell: ({ updatedAt }) => ({ at: updatedAt }) },
];

type Props = {
  list: Pages<typeof listFaqForStaff>;
  name: string;
  onOpen: (card: FaqCard) => void;
};

/** The community's answers as a table. */
export const FaqTable = ({ list, name, onOpen }: Props) => (
  <DataTable
    title={`常见问题-${name}`}
    columns={COLUMNS}
    rows={list.items}
    keyOf={({ faqId }) => faqId}
    onOpen={onOpen}
    isComplete={useAllPages(list, true)}
  />
);
