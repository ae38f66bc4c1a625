import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import type { NoticeEditor } from './use-notice-editor';

/** Says that earlier typing is back, and lets the writer choose when somebody else has stored something newer. */
export function EditorNote({ editor }: { editor: NoticeEditor }) {
  const [wasTyped] = useState(editor.isTyped);
  if (editor.isOvertaken)
    return (
      <Card tone="waiting">
        <Stack gap="sm">
          <Text>您写的时候，同事也改了这条提示。下面是您写的内容。</Text>
          <Row isWrapping>
            <Button tone="secondary" onTap={editor.keepTyped}>
              用我写的
            </Button>
            <Button tone="quiet" onTap={editor.dropTyped}>
              用同事的
            </Button>
          </Row>
        </Stack>
      </Card>
    );
  if (!wasTyped || !editor.isTyped) return null;
  return (
    <Card tone="active">
      <Row isSpread isWrapping>
        <Text>上次没写完的内容还在</Text>
        <Button tone="quiet" onTap={editor.dropTyped}>
          {editor.mode === 'new' ? '重新写' : '恢复原样'}
        </Button>
      </Row>
    </Card>
  );
}
