import { Input, Text, View } from '@tarojs/components';
import { useMemo, useState, type ReactNode } from 'react';
import { wordsOf, type Cell } from '@domain/kernel/spreadsheet';
import { aria, fieldAria } from './aria';
import { Button } from './button';
import { Empty } from './empty';
import { Row } from './row';
import { Tap } from './tap';
import { filterRows, nextSort, sortRows, type Sort } from './table-rows';
import { useTableSaving } from './use-table-saving';
import './data-table.scss';

/** What a column shows of a row: read, sorted and saved as what it is, a count, a moment or words. */
export type Column<R> = {
  readonly name: string;
  readonly cell: (row: R) => Cell;
  readonly isWide?: boolean;
};

type Props<R> = {
  /** What the table holds; also the name of the exported file. */
  title: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  onOpen?: ((row: R) => void) | undefined;
  /** What can be done with a row besides opening it; never exported. */
  ways?: ((row: R) => ReactNode) | undefined;
  /** False while more rows are still being fetched: then nothing is counted or exported as if it were all. */
  isComplete: boolean;
};

/** Records on a wide window: sorted by any column, narrowed by typing, saved as a file for a spreadsheet. */
export function DataTable<R>({ title, columns, rows, keyOf, onOpen, ways, isComplete }: Props<R>) {
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort | null>(null);
  const shown = useMemo(
    () => sortRows(filterRows(rows, columns, query), columns, sort),
    [rows, columns, query, sort],
  );
  const saving = useTableSaving(title, () => [
    columns.map(({ name }) => name),
    ...shown.map((row) => columns.map(({ cell }) => cell(row))),
  ]);
  const canSave = isComplete && shown.length > 0;
  return (
    <View className="hy-table">
      <View className="hy-table__bar">
        <Input
          className="hy-table__filter"
          placeholderClass="hy-field__placeholder"
          value={query}
          maxlength={40}
          placeholder="在表中筛选"
          onInput={({ detail }) => setQuery(detail.value)}
          {...fieldAria('在表中筛选', undefined)}
        />
        <Text className="hy-table__count" {...aria({ role: 'status' })}>
          {isComplete ? `共 ${shown.length} 条` : `已取 ${shown.length} 条…`}
        </Text>
        <Row>
          <Button
            tone="secondary"
            size="small"
            isBusy={saving.isBusy}
            isDisabled={!canSave}
            onTap={() => void saving.saveWorkbook()}
          >
            导出 Excel
          </Button>
          <Button tone="quiet" size="small" isDisabled={!canSave} onTap={saving.saveText}>
            导出 CSV
          </Button>
        </Row>
      </View>
      <View className="hy-table__grid" {...tableRole('table', title)}>
        <View className="hy-table__row hy-table__row--head" {...tableRole('row')}>
          {columns.map((column, index) => (
            <View key={column.name} className={cellClass(column)} {...headRole(sort, index)}>
              <Tap
                className="hy-table__sort"
                label={`按${column.name}排序`}
                onTap={() => setSort(nextSort(sort, index))}
              >
                <Text>{`${column.name}${arrow(sort, index)}`}</Text>
              </Tap>
            </View>
          ))}
          {ways ? (
            <View className="hy-table__cell" {...tableRole('columnheader')}>
              <Text>操作</Text>
            </View>
          ) : null}
        </View>
        {shown.map((row) => (
          <Line key={keyOf(row)} row={row} columns={columns} onOpen={onOpen} ways={ways} />
        ))}
      </View>
      {isComplete && shown.length === 0 && <Empty icon="search" title="没有符合的记录" />}
    </View>
  );
}

function Line<R>({ row, columns, onOpen, ways }: Pick<Props<R>, 'columns' | 'onOpen' | 'ways'> & { row: R }) {
  return (
    <View className="hy-table__row" {...tableRole('row')}>
      {columns.map((column, index) => {
        const words = wordsOf(column.cell(row));
        return (
          <View key={column.name} className={cellClass(column)} {...tableRole('cell')}>
            {index === 0 && onOpen ? (
              <Tap className="hy-table__open" role="link" onTap={() => onOpen(row)}>
                <Text>{words}</Text>
              </Tap>
            ) : (
              <Text>{words}</Text>
            )}
          </View>
        );
      })}
      {ways ? (
        <View className="hy-table__cell" {...tableRole('cell')}>
          {ways(row)}
        </View>
      ) : null}
    </View>
  );
}

const cellClass = ({ isWide }: { isWide?: boolean }): string =>
  isWide ? 'hy-table__cell hy-table__cell--wide' : 'hy-table__cell';

const arrow = (sort: Sort | null, index: number): string => {
  if (sort?.column !== index) return '';
  return sort.isDown ? ' ↓' : ' ↑';
};

/** Only browsers have tables. */
const tableRole = (
  role: 'table' | 'row' | 'cell' | 'columnheader',
  label?: string,
): Record<string, string> => ({
  role,
  ...(label ? { 'aria-label': label } : {}),
});

const headRole = (sort: Sort | null, index: number): Record<string, string> => ({
  role: 'columnheader',
  'aria-sort': sort?.column !== index ? 'none' : sort.isDown ? 'descending' : 'ascending',
});
