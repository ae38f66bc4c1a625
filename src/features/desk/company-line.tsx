import { Text, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { Icon } from '@/components/icon';
import type { Company } from './crossing';
import './company-line.scss';

const ICONS = { warn: 'alert', typing: 'edit', looking: 'people' } as const;

/** Colleagues at the same conversation, in a line over the box. It never stops anyone from answering. */
export const CompanyLine = ({ company }: { company: Company | null }) =>
  company && (
    <View
      className={`hy-company hy-company--${company.tone}`}
      {...aria({ role: company.tone === 'warn' ? 'alert' : 'status' })}
    >
      <Icon name={ICONS[company.tone]} size="sm" />
      <Text className="hy-company__words">{company.words}</Text>
    </View>
  );
