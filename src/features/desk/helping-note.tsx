import { Text } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { DESK_ERROR_WORDS } from '@domain/desk/desk.actions';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Stack } from '@/components/stack';
import type { Helping } from './use-helping';
import type { Writing } from './use-writing';

/** For whom a question is written, once the cloud has said that both live behind one door, or why it cannot be. */
export function HelpingNote({ helping, writing }: { helping: Helping; writing: Writing }) {
  const { helped, failure } = helping;
  if (helped) return <WritingFor name={helped.name} writing={writing} onEnd={helping.end} />;
  if (!failure) return null;
  if (failure.code === 'NETWORK' || failure.code === 'INTERNAL')
    return <FailureNote failure={failure} onRetry={helping.retry} />;
  return (
    <Card tone="muted">
      <Text>{DESK_ERROR_WORDS.NOT_OF_YOUR_HOUSEHOLD}</Text>
    </Card>
  );
}

type WritingForProps = { name: string; writing: Writing; onEnd: () => void };

function WritingFor({ name, writing, onEnd }: WritingForProps) {
  const beginning = `替家人${name}问：`;
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    if (writing.text.trim() === '') writing.setText(beginning);
  }, [beginning, writing]);
  const askForMyself = () => {
    if (writing.text.startsWith(beginning)) writing.setText(writing.text.slice(beginning.length));
    onEnd();
  };
  return (
    <Card tone="waiting">
      <Stack gap="sm">
        <Text>{`您在帮${name}写。说说是什么事，写好后发给值班人员，回复会到您这里。`}</Text>
        <Button tone="quiet" size="small" onTap={askForMyself}>
          改为替自己问
        </Button>
      </Stack>
    </Card>
  );
}
