import { useEffect, useState } from 'react';

/** The part of a page to bring into view now, for `Screen`; the same part can be asked for again. */
export function useLeap(): readonly [part: string, leapTo: (part: string) => void] {
  const [leap, setLeap] = useState({ part: '', isOn: false });
  useEffect(() => {
    // A scroll view moves when the part it is told changes, so it is told nothing in between.
    if (leap.part !== '' && !leap.isOn) setLeap({ part: leap.part, isOn: true });
  }, [leap]);
  return [leap.isOn ? leap.part : '', (part) => setLeap({ part, isOn: false })];
}
