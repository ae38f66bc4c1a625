import { formatAt } from '@domain/kernel/time';
import type { WishView } from '@domain/wishes/wish.schema';

type Pennant = { readonly words: string; readonly to: string; readonly from: string; readonly date: string };

/** What the pennant for a thanked wish says; it names nobody further than the wall does. Null before the thanks. */
export const pennantOf = ({ status, thanks, claimerMasked, updatedAt }: WishView): Pennant | null =>
  status !== 'thanked' || thanks === null
    ? null
    : {
        words: thanks,
        to: `热心邻居${claimerMasked ?? ''}`,
        from: '许愿的邻居',
        date: monthInWords(updatedAt),
      };

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 二〇二六年十一月 */
export function monthInWords(instant: number): string {
  const year = [...formatAt(instant, 'YYYY')].map((digit) => DIGITS[Number(digit)]).join('');
  const month = Number(formatAt(instant, 'M'));
  const ones = month % 10 === 0 ? '' : DIGITS[month % 10];
  return `${year}年${month >= 10 ? '十' : ''}${ones}月`;
}
