import { useEffect, useState } from 'react';
import { emergencyIn, emergencyTable, type EmergencyKind, type EmergencyTable } from '@domain/desk/emergency';
import { getEmergencyTable } from '@domain/desk/matter.actions';
import { HOUR } from '@domain/kernel/time';
import { useRead } from '@/services/queries';
import { readStored, store } from '@/services/storage';

const KEPT = 'hy.emergency';
const NOTHING_YET: EmergencyTable = { extra: [], gasPhone: '', dutyPhone: '', version: 0 };

/** The community's words and numbers of danger: those on the phone at once, newer ones as soon as the cloud answers. */
export function useEmergencyTable(): EmergencyTable {
  const [kept] = useState(() => readStored(KEPT, isTable));
  const { data } = useRead(getEmergencyTable, {}, { staleMs: HOUR });
  useEffect(() => {
    if (data) store(KEPT, data);
  }, [data]);
  return data ?? kept ?? NOTHING_YET;
}

/** The danger somebody writes of, by the words kept on the phone; needs no network. */
export const dangerIn = (words: string): EmergencyKind | null =>
  emergencyIn(words, readStored(KEPT, isTable)?.extra);

const isTable = (value: unknown): value is EmergencyTable => emergencyTable.safeParse(value).success;
