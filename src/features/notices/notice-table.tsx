import { labelOf } from '@domain/kernel/workflow';
import type { listNoticesForStaff } from '@domain/notices/notice.actions';
import {
  NOTICE_KIND_LABELS,
  NOTICE_LEVEL_LABELS,
  type NoticeView,
  type StaffNoticeView,
} from '@domain/notices/notice.schema';
import { noticeWorkflow } from '@domain/notices/notice.workflow';
import { DataTable, type Column } from '@/components/data-table';
import type { Pages } from '@/services/queries';
import { useAllPages } from '@/services/use-all-pages';

const COLUMNS: readonly Column<StaffNoticeView>[] = [
  { name: '提示', cell: ({ notice }) => notice.title, isWide: true },
  { name: '类型', cell: ({ notice }) => NOTICE_KIND_LABELS[notice.kind] },
  { name: '级别', cell: ({ notice }) => NOTICE_LEVEL_LABELS[notice.level] },
  { name: '状态', cell: ({ notice }) => labelOf(noticeWorkflow, notice.status) },
  { name: '范围', cell: ({ notice }) => notice.targetLabel },
  {
    name: '发布时间',
    cell: ({ notice: { publishedAt } }) => (publishedAt === null ? '' : { at: publishedAt }),
  },
  { name: '开始时间', cell: ({ notice }) => ({ at: notice.startsAt }) },
  { name: '结束时间', cell: ({ notice }) => ({ at: notice.endsAt }) },
];

type Props = {
  notices: Pages<typeof listNoticesForStaff>;
  name: string;
  onOpen: (notice: NoticeView) => void;
};

/** Safety notices as a table. */
export const NoticeTable = ({ notices, name, onOpen }: Props) => (
  <DataTable
    title={`安全提示-${name}`}
    columns={COLUMNS}
    rows={notices.items}
    keyOf={({ notice }) => notice.noticeId}
    onOpen={({ notice }) => onOpen(notice)}
    isComplete={useAllPages(notices, true)}
  />
);
