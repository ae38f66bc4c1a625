import { useCallback, useEffect, useState } from 'react';
import { listIdentities, type LocalFault, type LocalIdentity } from '@/services/local-identities';

type People = { people: LocalIdentity[] | null; fault: LocalFault | null; retry: () => void };

/** The people one can be on this computer. `people` is null until they are known. */
export function usePeople(): People {
  const [people, setPeople] = useState<LocalIdentity[] | null>(null);
  const [fault, setFault] = useState<LocalFault | null>(null);
  const load = useCallback(async () => {
    setFault(null);
    const answer = await listIdentities();
    if (answer.ok) setPeople(answer.value);
    else setFault(answer.error);
  }, []);
  useEffect(() => void load(), [load]);
  return { people, fault, retry: () => void load() };
}
