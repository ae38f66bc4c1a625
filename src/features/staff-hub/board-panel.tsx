import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '@/components/card';
import { Section } from '@/components/section';

type Props = {
  id?: string;
  title: string;
  hint?: string | undefined;
  children: ReactNode;
};

/** A part of the board: what it is about, and its chart or its lines. */
export const BoardPanel = ({ id, title, hint, children }: Props) => (
  <View className="hy-board__panel" {...(id ? { id } : {})}>
    <Card>
      <Section title={title} hint={hint}>
        {children}
      </Section>
    </Card>
  </View>
);
