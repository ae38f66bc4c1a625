import { useEffect, useState } from 'react';

/** A pause this long in typing is the moment to ask the cloud, ms. */
const TYPING_PAUSE = 300;

/** What somebody types, once they pause; trimmed. */
export function useSettledText(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
