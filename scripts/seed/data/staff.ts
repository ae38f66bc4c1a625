import type { Role } from '@domain/kernel/roles';

export type StaffMember = {
  readonly openid: string;
  readonly name: string;
  readonly face: string;
  readonly post: string;
  readonly roles: readonly Role[];
};

const staff = (number: number, name: string, face: string, post: string): StaffMember => ({
  openid: `demo-staff-${String(number).padStart(2, '0')}`,
  name,
  face,
  post,
  roles: ['staff'],
});

export const SECRETARY: StaffMember = {
  openid: 'demo-bairui',
  name: '白蕊',
  face: 'f01',
  post: '社区书记',
  roles: ['secretary'],
};

/** The thirteen who share the desk, the secretary among them. There are twelve drawn faces, so the last one repeats. */
export const STAFF_MEMBERS: readonly StaffMember[] = [
  SECRETARY,
  staff(2, '李文静', 'f02', '综合窗口'),
  staff(3, '赵明辉', 'f03', '综治调解'),
  staff(4, '孙晓燕', 'f04', '民政救助'),
  staff(5, '王璐', 'f05', '养老服务'),
  staff(6, '陈思远', 'f06', '卫生健康'),
  staff(7, '刘畅', 'f07', '劳动就业'),
  staff(8, '周芳', 'f08', '妇联儿童'),
  staff(9, '郭志强', 'f09', '物业消防'),
  staff(10, '黄婷婷', 'f10', '文体活动'),
  staff(11, '宋雅琴', 'f11', '党建志愿'),
  staff(12, '马骏', 'f12', '网格管理'),
  staff(13, '何佳', 'f07', '医保残联'),
];

/** @throws when nobody on the staff has this name. */
export function staffNamed(name: string): StaffMember {
  const member = STAFF_MEMBERS.find((candidate) => candidate.name === name);
  if (!member) throw new Error(`demo community: nobody on the staff is called ${name}`);
  return member;
}
