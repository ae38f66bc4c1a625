import { canReadAloud, useReadAloud } from '@/services/speech';
import { Button } from './button';

type ReadAloudProps = {
  words: string;
  /** What it is that is read, for screen readers, e.g. the title of a notice. */
  about: string;
};

/** 朗读, and while it is heard 停止. Nothing on a device that cannot speak. */
export const ReadAloud = (props: ReadAloudProps) => (canReadAloud() ? <Reader {...props} /> : null);

function Reader({ words, about }: ReadAloudProps) {
  const { isReading, toggle } = useReadAloud(words);
  const what = isReading ? '停止' : '朗读';
  return (
    <Button tone="quiet" size="small" label={`${what}：${about}`} onTap={toggle}>
      {what}
    </Button>
  );
}
