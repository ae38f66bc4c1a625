import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HOUR } from '@domain/kernel/time';
import StaffActivitiesPage from '@/pages/staff/activities/index';
import RosterPage from '@/pages/staff/roster/index';
import WishReviewPage from '@/pages/staff/wish-review/index';
import { gives, openCloud } from '../../support/cloud-door';
import { open, signIn } from '../../support/signed-in';
import { phone } from '../../support/taro';
import { readWorkbook } from '../../support/workbook-reader';
import { activityView } from '../activities/activity-views';
import { wishView } from '../wishes/wish-views';
import { theDuty } from '../desk/talk';
import { openWideWindow } from './wide-window';

jest.setTimeout(30_000);
let people = 0;
const settle = () => act(async () => undefined);
const firstCells = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent);
type Saved = { readonly name: string; readonly bytes: Buffer };
const saved: Saved[] = [];

beforeEach(() => {
  signIn(`tables-${(people += 1)}`);
  openWideWindow();
  saved.splice(0);
  let handed = new Blob();
  const keep = (blob: Blob) => {
    handed = blob;
    return 'blob:table';
  };
  // jsdom follows no links.
  const click = function (this: HTMLAnchorElement) {
    const [name, reader] = [this.download, new FileReader()];
    reader.onload = () => saved.push({ name, bytes: Buffer.from(new Uint8Array(Object(reader.result))) });
    reader.readAsArrayBuffer(handed);
  };
  Object.assign(HTMLAnchorElement.prototype, { click });
  Object.assign(URL, { createObjectURL: keep, revokeObjectURL: () => undefined });
});
afterEach(() => openWideWindow(false));

describe('records on a wide window', () => {
  const activities = [
    activityView({
      activityId: 'a1',
      title: '插花',
      moves: ['revise'],
      startsAt: 3 * HOUR,
      seats: 10,
      seatsLeft: 4,
    }),
    activityView({ activityId: 'a2', title: '=义诊', startsAt: 1 * HOUR, seats: 8, seatsLeft: 8 }),
    activityView({ activityId: 'a3', title: '剪纸', startsAt: 2 * HOUR, seats: 20, seatsLeft: 0 }),
  ];
  /** Two pages: the table must have both before it counts or saves. */
  const cloud = () =>
    openCloud({
      'activity.list': ({ cursor }: { cursor?: string }) =>
        gives(
          cursor
            ? { items: activities.slice(2), nextCursor: null }
            : { items: activities.slice(0, 2), nextCursor: 'c1' },
        ),
    });
  const arrive = async () => {
    await open(<StaffActivitiesPage />);
    await screen.findByText('共 3 条');
  };

  it('are all there, are counted exactly, and open what they name', async () => {
    cloud();
    await arrive();
    expect(firstCells()).toEqual(['插花', '=义诊', '剪纸']);
    fireEvent.click(screen.getByRole('link', { name: '插花' }));
    fireEvent.click(screen.getByRole('button', { name: '修改插花' }));
    expect(phone.went).toEqual([
      'open /pages/staff/activity-roll/index?activityId=a1',
      'open /pages/staff/activity-edit/index?activityId=a1',
    ]);
  });

  it('are sorted by any column, up, down, and as they came', async () => {
    cloud();
    await arrive();
    const sort = () => fireEvent.click(screen.getByRole('button', { name: '按开始时间排序' }));
    sort();
    expect(firstCells()).toEqual(['=义诊', '剪纸', '插花']);
    sort();
    expect(firstCells()).toEqual(['插花', '剪纸', '=义诊']);
    expect(screen.getByRole('columnheader', { name: /开始时间/ })).toHaveAttribute('aria-sort', 'descending');
    sort();
    expect(firstCells()).toEqual(['插花', '=义诊', '剪纸']);
    fireEvent.click(screen.getByRole('button', { name: '按已报名排序' }));
    expect(firstCells()).toEqual(['=义诊', '插花', '剪纸']);
  });

  it('are narrowed by typing, and saved as they stand, with nothing a spreadsheet would run', async () => {
    cloud();
    await arrive();
    fireEvent.change(screen.getByRole('textbox', { name: '在表中筛选' }), { target: { value: '义诊' } });
    expect(screen.getByText('共 1 条')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '导出 CSV' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const text = saved[0]?.bytes.toString('utf8') ?? '';
    expect(text).toContain("\r\n'=义诊,");
    expect(text.trim().split('\r\n')).toHaveLength(2);
    fireEvent.change(screen.getByRole('textbox', { name: '在表中筛选' }), { target: { value: '没有的' } });
    expect(screen.getByText('没有符合的记录')).toBeInTheDocument();
  });

  it('are saved as a workbook as they stand, counts and moments as what they are', async () => {
    cloud();
    await arrive();
    fireEvent.click(screen.getByRole('button', { name: '按开始时间排序' }));
    fireEvent.click(screen.getByRole('button', { name: '导出 Excel' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const [file] = saved;
    expect(file?.name).toBe('活动-近期活动.xlsx');
    const { rows, formulas } = readWorkbook(file?.bytes ?? Buffer.alloc(0));
    expect(formulas).toBe(0);
    expect(rows.map(([title]) => title)).toMatchObject([
      { value: '活动' },
      { type: 'text', value: '=义诊' },
      { value: '剪纸' },
      { value: '插花' },
    ]);
    expect(rows[3]).toMatchObject([
      {},
      {},
      {},
      { type: 'number', format: 'yyyy-mm-dd hh:mm' },
      {},
      { type: 'number', value: 10 },
      { type: 'number', value: 6 },
      { type: 'number', value: 0 },
    ]);
  });

  it('that wait for review are decided beside the table', async () => {
    const wishes = [wishView({ wishId: 'w1', title: '一双棉鞋', status: 'submitted', moves: ['publish'] })];
    openCloud({ 'wish.review': () => gives({ items: wishes, nextCursor: null }) });
    await open(<WishReviewPage />);
    fireEvent.click(await screen.findByRole('link', { name: '一双棉鞋' }));
    expect(phone.went).toEqual([]);
    expect(screen.getByRole('button', { name: '审核：一双棉鞋' })).toBeInTheDocument();
  });

  it('of the roster name who is on duty', async () => {
    openCloud({
      'shift.weeks': () =>
        gives({
          days: [],
          shifts: [theDuty.now, theDuty.next].map((shift) => ({
            ...shift,
            version: 1,
            moves: [],
            swap: null,
            absences: [],
          })),
          thin: [],
          plannedUntil: null,
          staff: [],
          canPlan: false,
        }),
      'me.get': () => gives({ personId: 'p1' }),
    });
    await open(<RosterPage />);
    expect(await screen.findByText('宋雅琴、马骏')).toBeInTheDocument();
    expect(screen.getByText('共 2 条')).toBeInTheDocument();
  });

  it('stay cards on a phone', async () => {
    openWideWindow(false);
    cloud();
    await open(<StaffActivitiesPage />);
    await settle();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText('插花')).toBeInTheDocument();
  });
});
