// Run as a child process whose files may not grow beyond 8 KB: saves checksums that fit, then more than fit.
import { openSync } from 'node:fs';
import { codeOf } from '@localcloud/error-facts';
import { PageSums } from '@localcloud/store/integrity/page-sums';

const [, , file = ''] = process.argv;
const PAGE = Buffer.alloc(4096, 7);
const sums = new PageSums(openSync(file, 'w+'), PAGE.length);
const grow = (pages: number): void => {
  const from = sums.pageCount;
  sums.resize(pages);
  for (let page = from + 1; page <= pages; page++) sums.set(page, PAGE);
  sums.save();
};
sums.noteTail({ salts: [0, 0], frames: 0 });
grow(1000);
let refusal = 'none';
try {
  grow(5000);
} catch (error) {
  refusal = codeOf(error);
}
const again = new PageSums(openSync(file, 'r'), PAGE.length);
const isReadable = again.load();
process.stdout.write(
  JSON.stringify({ refusal, isReadable, pages: again.pageCount, fits: again.fits(1000, PAGE) }),
);
