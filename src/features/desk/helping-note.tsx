import { Text } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Card } from '@/components/card';
import type { Writing } from './use-writing';

const NAME_MAX = 12;

/** Somebody was asked to write for a family member: says whom for, and begins the question in that name. */
export function HelpingNote({ name, writing }: { name: string; writing: Writing }) {
  const who = name.slice(0, NAME_MAX);
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    if (writing.text.trim() === '') writing.setText(`替家人${who}问：`);
  }, [who, writing]);
  return (
    <Card tone="waiting">
      <Text>{`您在帮${who}写。说说是什么事，写好后发给值班人员，回复会到您这里。`}</Text>
    </Card>
  );
}
