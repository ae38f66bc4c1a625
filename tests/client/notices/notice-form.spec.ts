import { coverageWords } from '@/features/notices/coverage';
import { applyTemplate, NOTICE_TEMPLATES } from '@/features/notices/notice-templates';
import { blankForm, faultAt, faultsOf, readForm } from '@/features/notices/notice-form';

const now = Date.parse('2026-11-22T08:20:00+08:00');
const places = {
  buildings: [
    { buildingId: 'b01', name: '1号楼', gridId: 'g1', entrances: 2, floors: 10, doorsPerFloor: 4 },
    { buildingId: 'b02', name: '2号楼', gridId: 'g1', entrances: 3, floors: 10, doorsPerFloor: 8 },
    { buildingId: 'b03', name: '3号楼', gridId: 'g2', entrances: 1, floors: 6, doorsPerFloor: 2 },
  ],
  grids: [
    { gridId: 'g1', name: '第一网格', workerName: '王磊' },
    { gridId: 'g2', name: '第二网格', workerName: '李娜' },
  ],
};
const written = { ...blankForm(now), issuer: '锦绣城社区', buildingIds: ['b01'] };

describe('whom a notice is for', () => {
  it('is counted in households before anything is sent, no building twice', () => {
    const target = { kind: 'places' as const, buildingIds: ['b01'], gridIds: ['g1'] };
    expect(coverageWords(target, places)).toBe('将发给 2 栋楼 320 户');
  });

  it('is said plainly for the whole community and for nobody', () => {
    expect(coverageWords({ kind: 'all' }, places)).toBe('将发给全社区 3 栋楼 332 户');
    expect(coverageWords({ kind: 'places', buildingIds: [], gridIds: [] }, places)).toBe(
      '还没有选择楼栋或网格',
    );
  });
});

describe('writing a notice', () => {
  it.each(NOTICE_TEMPLATES)(
    'starts from the words for $name, which may be sent as they stand',
    (template) => {
      const read = readForm(applyTemplate(written, template, now));
      expect(read.ok).toBe(true);
      if (!read.ok) return;
      expect(read.value.endsAt).toBeGreaterThan(read.value.startsAt);
      expect(read.value.startsAt).toBeGreaterThanOrEqual(now);
      expect(read.value.target).toEqual({ kind: 'places', buildingIds: ['b01'], gridIds: [] });
    },
  );

  it('says at each field what is missing', () => {
    const read = readForm({ ...written, issuer: ' ' });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(faultAt(read.faults, 'title')).toBe('标题至少写2个字');
    expect(faultAt(read.faults, 'issuer')).toBe('发布单位至少写2个字');
    expect(faultAt(read.faults, 'startsAt')).toBeUndefined();
  });

  it('shows what the cloud refused at the field it speaks about', () => {
    const refused = { code: 'NOTICE_OVER', words: '结束时间已经过去，请改成以后的时间。', faults: [] };
    expect(faultAt(faultsOf(refused), 'endsAt')).toBe('结束时间已经过去，请改成以后的时间。');
    const invalid = { code: 'INVALID_INPUT', words: '', faults: [{ field: 'content.title', words: '太长' }] };
    expect(faultAt(faultsOf(invalid), 'title')).toBe('太长');
  });
});
