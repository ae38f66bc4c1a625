import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './icon';
import { Tap } from './tap';
import './section.scss';

type SectionProps = {
  title: string;
  hint?: string | undefined;
  action?: { label: string; onTap: () => void } | undefined;
  children: ReactNode;
};

/** A part of a page under a heading, with a way to more of the same. */
export const Section = ({ title, hint, action, children }: SectionProps) => (
  <View className="hy-section">
    <View className="hy-section__head">
      <View className="hy-section__words">
        <Text className="hy-section__title" {...aria({ role: 'heading' })}>
          {title}
        </Text>
        {hint ? <Text className="hy-section__hint">{hint}</Text> : null}
      </View>
      {action ? (
        <Tap className="hy-section__action" onTap={action.onTap} label={`${title}，${action.label}`}>
          <Text>{action.label}</Text>
          <Icon name="chevron" size="sm" />
        </Tap>
      ) : null}
    </View>
    {children}
  </View>
);
