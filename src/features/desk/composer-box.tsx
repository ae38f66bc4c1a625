import { Textarea } from '@tarojs/components';
import { memo, useCallback, useMemo, useRef } from 'react';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import { fieldAria } from '@/components/aria';

type Props = {
  value: string;
  /** What a screen reader calls the box. */
  label: string;
  placeholder: string;
  onWrite: (text: string) => void;
  onActivity: () => void;
};

/** The box itself. Taro sends a box's words again whenever it is drawn, so it is drawn only when they change. */
export function ComposerBox(props: Props) {
  const latest = useRef(props);
  latest.current = props;
  const onWrite = useCallback((text: string) => latest.current.onWrite(text), []);
  const onActivity = useCallback(() => latest.current.onActivity(), []);
  const { value, label, placeholder } = props;
  return (
    <Box value={value} label={label} placeholder={placeholder} onWrite={onWrite} onActivity={onActivity} />
  );
}

const Box = memo(function Box({ value, label, placeholder, onWrite, onActivity }: Props) {
  const said = useMemo(() => fieldAria(label, undefined), [label]);
  return (
    <Textarea
      className="hy-composer__box"
      value={value}
      placeholder={placeholder}
      maxlength={THREAD_LIMITS.textMax}
      autoHeight
      showConfirmBar={false}
      cursorSpacing={24}
      onInput={({ detail }) => onWrite(detail.value)}
      onFocus={onActivity}
      onLineChange={onActivity}
      {...said}
    />
  );
});
